import { setTimeout as pause } from 'node:timers/promises'
import type { Graph } from '@relance/core/graph/graph'
import { z } from 'zod'
import { atLeast, atMost, exactly, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { step } from '../shop/graphs'
import { makeShop, type Shop } from '../shop/make-shop'
import { numbers, reacted } from '../shop/people'
import { postBatches } from '../shop/post-batches'
import { sized } from '../sized'
import { type Bench, withSystem } from '../system/with-system'
import { until } from '../until'
import { looked, makeBuyers, ordered, warmUp } from './buyers'

const CUSTOMERS = sized('RELANCE_BENCH_CUSTOMERS', { alone: 100_000, whole: 20_000 })
const SECONDS = sized('RELANCE_BENCH_SECONDS', { alone: 60, whole: 20 })
const EVENTS_A_SECOND = 500
/** One request with an order and one with the rest, so often a second. */
const BEATS_A_SECOND = 10
const EVENTS_A_BEAT = EVENTS_A_SECOND / BEATS_A_SECOND
const SETTLES_WITHIN_MS = 300_000

/** From an order to a scenario that starts with what it has changed: counters, scores, segments, entry. */
export const ordersPart: Part = {
  name: 'orders',
  about: `one order in ${EVENTS_A_BEAT} events, ${EVENTS_A_SECOND} events a second for ${SECONDS} s, among ${CUSTOMERS.toLocaleString('en')} scored customers in five segments`,
  run: (say) =>
    withSystem(say, async (bench) => {
      const shop = await makeShop(bench)
      await makeBuyers(bench, shop, CUSTOMERS)
      await score(bench, shop)
      const buying = await makeSegments(bench, shop)
      await shop.publish('Has just bought', enters(buying))
      await warmUp(bench, shop)
      await reacted(bench, shop)
      say('Everybody is scored and in their segments; the events come now.')
      const sentAt = await send(bench, shop)
      await reacted(bench, shop)
      return rowsOf(sentAt, await enteredAt(bench, shop), await scoredSince(bench, shop))
    }),
}

const made = z.object({ id: z.uuid() })

async function score({ owner }: Bench, { ask, workspaceId }: Shop): Promise<void> {
  const { id } = made.parse(await ask('POST', '/api/scores/rebuild', {}))
  await until('everybody is scored', SETTLES_WITHIN_MS, async () => {
    const [row] = await owner`
      select state from score_builds where workspace_id = ${workspaceId} and id = ${id}`
    return row?.state === 'done'
  })
}

/** Four that most orders make somebody enter or leave, and the one that every order makes them enter: its id. */
async function makeSegments({ owner }: Bench, { ask, workspaceId }: Shop): Promise<string> {
  const rules = {
    'Frequent and recent': { field: 'rfm.total', op: '>=', value: 13 },
    'Low current value': { field: 'rfm.currentValue', op: '<=', value: 4 },
    'Four orders': { field: 'ordersCount', op: '=', value: 4 },
    'Away for 90 days': { not: { field: 'lastOrderAt', op: '>=', value: { ago: 'P90D' } } },
    'Bought today': { event: 'Order Completed', count: { op: '>=', value: 1 }, within: 'P1D' },
  }
  let id = ''
  for (const [name, rule] of Object.entries(rules))
    ({ id } = made.parse(await ask('POST', '/api/segments', { name, rule })))
  await until('the segments are filled', SETTLES_WITHIN_MS, async () => {
    const [row] = await owner`
      select count(*)::int as n from segments where workspace_id = ${workspaceId} and work is not null`
    return row?.n === 0
  })
  return id
}

const enters = (segment: string): Graph => ({
  nodes: [
    step('start', 'on-segment', { segment, change: 'enters' }),
    step('end', 'end', { as: 'exit', reason: 'done' }),
  ],
  edges: [{ from: 'start', exit: 'entered', to: 'end' }],
})

/** When each order's request was sent, by its customer's number, in epoch milliseconds. */
async function send(bench: Bench, shop: Shop): Promise<Map<number, number>> {
  const sentAt = new Map<number, number>()
  const posted: Promise<unknown>[] = []
  for (let beat = 0; beat < SECONDS * BEATS_A_SECOND; beat++) {
    const next = pause(1000 / BEATS_A_SECOND)
    const lookers = numbers(EVENTS_A_BEAT - 1, beat * EVENTS_A_BEAT).map((n) => n % CUSTOMERS)
    posted.push(postBatches(bench, shop, lookers.map(looked)))
    const buyer = (beat * EVENTS_A_BEAT + EVENTS_A_BEAT - 1) % CUSTOMERS
    sentAt.set(buyer, Date.now())
    posted.push(postBatches(bench, shop, [ordered(buyer)]))
    await next
  }
  await Promise.all(posted)
  return sentAt
}

/** When each has entered the scenario, by their number. */
async function enteredAt({ owner }: Bench, { workspaceId }: Shop): Promise<Map<number, number>> {
  const rows = await owner<{ name: string; at: Date }[]>`
    select c.external_id as name, e.entered_at as at from enrolments e
    join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id where e.workspace_id = ${workspaceId}`
  return new Map(rows.map(({ name, at }) => [Number(name.split('-')[1]), at.getTime()]))
}

/** How many were scored by an order of theirs. */
async function scoredSince({ owner }: Bench, { workspaceId }: Shop): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from contact_scores where workspace_id = ${workspaceId} and live_build is not null`
  return row?.n ?? 0
}

function rowsOf(sentAt: Map<number, number>, entered: Map<number, number>, scored: number): Row[] {
  const waits = [...sentAt].flatMap(([n, at]) => (entered.get(n) ?? Number.NaN) - at)
  const known = waits.filter((wait) => !Number.isNaN(wait))
  const lasted = (Math.max(...sentAt.values()) - Math.min(...sentAt.values())) / 1000
  return [
    told('order to entry, p50', percentile(known, 0.5), 'ms'),
    atMost('order to entry, p99', percentile(known, 0.99), 1000, 'ms'),
    told('order to entry, slowest', percentile(known, 1), 'ms'),
    exactly('orders without an entry', waits.length - known.length, 0, ''),
    exactly('customers scored by their order', scored, sentAt.size, ''),
    atLeast('events a second meanwhile', (sentAt.size * EVENTS_A_BEAT) / lasted, 490, '/s'),
  ]
}
