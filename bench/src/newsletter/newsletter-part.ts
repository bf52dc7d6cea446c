import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { atLeast, atMost, exactly, type Part, type Row, told } from '../part'
import { makeShop, type Shop } from '../shop/make-shop'
import { addressOf, makePeople, numbers } from '../shop/people'
import { sized } from '../sized'
import { type CpuUsed, cpuMeter, cpuRows } from '../system/cpu-meter'
import type { Arrival } from '../system/start-sink'
import { memoryMb } from '../system/usage'
import { type Bench, withSystem } from '../system/with-system'
import { until } from '../until'

const PEOPLE = sized('RELANCE_BENCH_AUDIENCE', { alone: 100_000, whole: 10_000 })
const WITHIN_MS = 900_000
/** Who is let in first, untimed: what is compiled and planned once is no cost of a mail. */
const WARM_UP = 300
/** Long enough for the schedule to be published before its instant. */
const LEAD_MS = 3_000
const MEMORY_EVERY_MS = 2_000
/** As often as the page of a newsletter asks who is still to come. */
const LOOK_EVERY_MS = 10_000

/** A newsletter to everybody who agreed: from its hour to the last mail. */
export const newsletterPart: Part = {
  name: 'newsletter',
  about: `a newsletter to ${PEOPLE.toLocaleString('en')} people, as an ordinary scenario with a schedule`,
  run: (say) =>
    withSystem(say, async (bench) => {
      const shop = await makeShop(bench)
      await makePeople(bench, shop, numbers(WARM_UP, 10_000_000))
      await sendTo(bench, shop, WARM_UP)
      const people = numbers(PEOPLE)
      await makePeople(bench, shop, people)
      say(`${PEOPLE} people are known; the newsletter leaves now.`)
      return rowsOf(people, await sendTo(bench, shop, PEOPLE + WARM_UP))
    }),
}

interface Sent {
  arrivals: Arrival[]
  cpu: CpuUsed
  /** The worker's megabytes: early, and at their most later on. */
  memory: { early: number; most: number }
  at: number
  /** How many the sending itself says it sent. */
  counted: number
  /** Milliseconds that each look of the open page took which asks who is still to come. */
  looks: number[]
}

const flow = z.object({ id: z.uuid() })
const sendings = z.object({ items: z.array(z.object({ state: z.string(), sent: z.int() })) })

/** Approves and schedules one, and waits until its last mail is at the mail server and in the figures. */
async function sendTo(bench: Bench, shop: Shop, people: number): Promise<Sent> {
  const { sink, pids } = bench
  const { id } = flow.parse(
    await shop.ask('POST', '/api/flows', {
      name: 'Newsletter',
      graph: newsletter(shop.templateId, new Date(Date.now() + LEAD_MS)),
      settings: { goal: 'none', typology: 'information' },
    }),
  )
  for (const kind of ['content', 'target'])
    await shop.ask('POST', `/api/flows/${id}/approvals`, { kind })
  sink.clear()
  const cpu = cpuMeter(bench)
  const at = Date.now() + LEAD_MS
  await shop.ask('POST', `/api/flows/${id}/publish`, { people: 'finish' })
  const seen: number[] = []
  const watch = setInterval(() => seen.push(memoryMb(pids.worker)), MEMORY_EVERY_MS)
  const isOver = () => sink.arrivals.length >= people
  const [used, looks] = await Promise.all([
    sink.until(people, WITHIN_MS).then(cpu),
    lookOn(shop, id, isOver),
  ]).finally(() => clearInterval(watch))
  let counted = 0
  await until('the sending is done', WITHIN_MS, async () => {
    const { items } = sendings.parse(await shop.ask('GET', `/api/flows/${id}/sendings`))
    counted = items[0]?.sent ?? 0
    return items[0]?.state === 'done'
  })
  const quarter = Math.ceil(seen.length / 4)
  const memory = {
    early: Math.max(0, ...seen.slice(0, quarter)),
    most: Math.max(0, ...seen.slice(quarter)),
  }
  return { arrivals: [...sink.arrivals], cpu: used, memory, at, counted, looks }
}

/** Asks who is still to come as the page of the newsletter does while it is open; milliseconds of each answer. */
async function lookOn(shop: Shop, flowId: string, isOver: () => boolean): Promise<number[]> {
  const looks: number[] = []
  while (!isOver()) {
    const from = performance.now()
    await shop.ask('GET', `/api/flows/${flowId}/sendings/people?figure=toCome&limit=1`)
    looks.push(performance.now() - from)
    await pause(LOOK_EVERY_MS)
  }
  return looks
}

const newsletter = (template: string, at: Date) => ({
  nodes: [
    {
      id: 'start',
      type: 'on-schedule',
      version: 1,
      config: { at: at.toISOString(), audience: { and: [{ consent: 'email', state: 'given' }] } },
    },
    { id: 'mail', type: 'send-email', version: 1, config: { template } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'sent' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

function rowsOf(people: number[], { arrivals, cpu, memory, at, counted, looks }: Sent): Row[] {
  const first = arrivals[0]?.at ?? Number.NaN
  const last = arrivals.at(-1)?.at ?? Number.NaN
  const reached = new Set(arrivals.map(({ to }) => to))
  const count = arrivals.length
  return [
    atLeast('mails a second, first mail to last', count / ((last - first) / 1000), 800, '/s'),
    told('first mail after its hour', (first - at) / 1000, 's'),
    atMost('CPU a mail: worker + postgres', (cpu.worker + cpu.postgres) / count, 2, 'ms'),
    ...cpuRows(cpu, count, 'mail'),
    told('an open page asks who is still to come: slowest', Math.max(...looks), 'ms'),
    told('worker after a quarter of it', memory.early, 'MB'),
    atMost('worker later, against then', memory.most / memory.early, 1.3, '×'),
    exactly(
      'people without their mail',
      people.filter((n) => !reached.has(addressOf(n))).length,
      0,
      '',
    ),
    exactly('mails twice', count - reached.size, 0, ''),
    exactly('mails that its progress does not count', count - counted, 0, ''),
  ]
}
