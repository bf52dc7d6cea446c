import type { Graph } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import type { Plan } from '@relance/core/plan/plan'
import { withStepOf } from '@relance/core/plan/with-step-of'
import type { Backtest } from '@relance/db/backtest/backtest'
import {
  cancelBacktest,
  getStepBacktest,
  latestBacktest,
  startBacktest,
  startStepBacktest,
} from '@relance/db/backtest/backtests'
import { readPastEntries } from '@relance/db/backtest/read-past-entries'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getPlan } from '@relance/db/flow/live-flows'
import { beforeEach, expect, test } from 'vitest'
import { identify, page, track } from '../testing/incoming'
import { advance, publish, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-01-05T10:00:00Z')
  return () => world.close()
})

/** A trigger, a mail, a day, and whether it was reacted to. */
const drawn = (type: string, config: Record<string, unknown>): Graph => ({
  nodes: [
    { id: 'start', type, version: 1, config },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D' } },
    {
      id: 'reacted',
      type: 'condition',
      version: 1,
      config: {
        branches: [{ exit: 'yes', rule: { event: 'visit', since: 'mail' } }],
        otherwise: { exit: 'no' },
      },
    },
    { id: 'back', type: 'end', version: 1, config: { as: 'exit', reason: 'came back' } },
    { id: 'gone', type: 'end', version: 1, config: { as: 'exit', reason: 'no reaction' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'day' },
    { from: 'day', exit: 'done', to: 'reacted' },
    { from: 'reacted', exit: 'yes', to: 'back' },
    { from: 'reacted', exit: 'no', to: 'gone' },
  ],
})

async function planOf(flowId: string): Promise<Plan> {
  const plan = await inTransaction(world.scope, (tx) => getPlan(tx, flowId, 1))
  if (!plan) throw new Error('not published')
  return plan
}

async function tested(flowId: string): Promise<Backtest> {
  await startBacktest(world.scope, { plan: await planOf(flowId), compared: null })
  return whenOver(() => latestBacktest(world.scope, flowId))
}

const whenOver = async (look: () => Promise<Backtest | null>): Promise<Backtest> => {
  let found: Backtest | null = null
  const state = async () => {
    found = await look()
    return found?.state ?? 'queued'
  }
  await expect.poll(state, { interval: 50 }).not.toMatch(/queued|running/)
  return found ?? expect.fail('There is no back-test.')
}

/** Everybody who really entered and how they left each step, told from the engine's own rows. */
const lived = (flowId: string) =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => {
    const days = await sql<{ day: string; n: number }[]>`
      select to_char(entered_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day, count(*)::int as n from enrolments
      where workspace_id = ${workspaceId} and flow_id = ${flowId}
        and entered_at > workspace_now(workspace_id) - interval '30 days' group by 1`
    const exits = await sql<{ exit: string; n: number }[]>`
      select exit, count(*)::int as n from trace
      where workspace_id = ${workspaceId} and flow_id = ${flowId} and node_id = 'reacted' and kind = 'left' group by 1`
    return {
      days: Object.fromEntries(days.map(({ day, n }) => [day, n])),
      exits: Object.fromEntries(exits.map(({ exit, n }) => [exit, n])),
    }
  })

const live = (graph: Graph, settings?: Partial<FlowSettings>) => publish(world, { graph, settings })

test('who would have entered by an event is who a naive reading of the same days finds, day by day', async () => {
  const people = ['ada', 'bea', 'cyd', 'dot', 'eve']
  await send(world, ...people.map((who) => identify(who)))
  await advance(world, '2026-01-05T10:00:00Z')
  const said: { who: string; at: string; amount: number }[] = [
    { who: 'ada', at: '2026-01-06T09:00:00Z', amount: 50 },
    { who: 'bea', at: '2026-01-12T23:30:00Z', amount: 50 },
    { who: 'bea', at: '2026-01-20T09:00:00Z', amount: 50 },
    { who: 'cyd', at: '2026-01-20T10:00:00Z', amount: 10 },
    { who: 'dot', at: '2026-02-02T09:00:00Z', amount: 70 },
    { who: 'eve', at: '2026-02-02T09:00:00Z', amount: 90 },
  ]
  for (const { who, at, amount } of said) {
    await advance(world, at)
    await send(world, track(who, 'Quote Asked', { amount }))
    if (who === 'dot') await send(world, page(who))
    await advance(world, at)
  }
  await advance(world, '2026-02-08T10:00:00Z')
  const where = { field: 'amount', op: '>=', value: 40 }
  const flowId = await live(drawn('on-event', { event: 'Quote Asked', where }))
  const { figures, ...rest } = await tested(flowId)
  // Once each: the first that is large enough, within the thirty days before now, on its day in Paris.
  const first = new Map<string, string>()
  for (const { who, at, amount } of said)
    if (amount >= 40 && at >= '2026-01-09T10:00:00Z' && !first.has(who)) first.set(who, at)
  const naive: Record<string, number> = {}
  for (const at of first.values()) {
    const day = new Date(Date.parse(at) + 3_600_000).toISOString().slice(0, 10)
    naive[day] = (naive[day] ?? 0) + 1
  }
  expect(rest).toMatchObject({ state: 'done', concerned: 4, total: 4, done: 4 })
  expect(rest.computedAt).toEqual(new Date('2026-02-08T10:00:00Z'))
  expect(figures.entered).toBe(first.size)
  expect(figures.days).toEqual(naive)
  expect(await inTransaction(world.scope, (tx) => readPastEntries(tx, flowId))).toEqual({
    trigger: { type: 'on-event', config: { event: 'Quote Asked', where } },
    reentry: expect.objectContaining({ mode: 'once' }),
    ...{ entered: 3, most: 2 },
  })
  expect(figures.nodes.mail).toMatchObject({ entered: 3, sent: 3 })
  expect(figures.nodes.reacted).toMatchObject({ entered: 3, exits: { yes: 1, no: 2 } })
})

test.each<[string, string, Record<string, unknown>, Partial<FlowSettings>]>([
  [
    'a cart that was left',
    'on-cart-abandoned',
    { idle: 'PT30M' },
    { reentry: { mode: 'per-key', atOnceAfter: [] } },
  ],
  [
    'a silence',
    'on-inactive',
    { signals: ['visit'], match: 'all', for: 'P5D' },
    { reentry: { mode: 'after', after: 'P3D', atOnceAfter: [] } },
  ],
])(
  'by %s, as many as really entered a live scenario, on the same days, and as they left it',
  async (_, type, config, settings) => {
    await send(world, identify('ada'), identify('bea'), identify('cyd'))
    await advance(world, '2026-01-05T10:00:00Z')
    const flowId = await live(drawn(type, config), settings)
    const cart = (who: string, id: string) =>
      track(who, 'Product Added', { cart_id: id, product_id: 'p', price: 10, quantity: 1 })
    const story: [string, ReturnType<typeof page>[]][] = [
      ['2026-01-10T09:00:00Z', [page('ada'), cart('ada', 'a'), page('bea')]],
      ['2026-01-10T09:10:00Z', [cart('bea', 'b'), cart('ada', 'a')]],
      ['2026-01-10T09:20:00Z', [track('bea', 'Order Completed', { order_id: 'o', cart_id: 'b' })]],
      ['2026-01-11T08:00:00Z', [page('ada')]],
      ['2026-01-18T09:00:00Z', [page('bea'), cart('bea', 'b')]],
      ['2026-01-25T09:00:00Z', [page('cyd'), cart('cyd', 'c')]],
    ]
    for (const [at, events] of story) {
      await advance(world, at)
      await send(world, ...events)
      await advance(world, at)
    }
    await advance(world, '2026-02-03T10:00:00Z')
    const { figures } = await tested(flowId)
    const real = await lived(flowId)
    expect(figures.days).toEqual(real.days)
    expect(figures.entered).toBeGreaterThan(2)
    expect(figures.nodes.reacted?.exits).toEqual(real.exits)
  },
)

test('a trigger that nothing of the past tells says so, and a cancelled back-test counts no further', async () => {
  const flowId = await live(drawn('on-schedule', { rrule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0' }))
  expect(await tested(flowId)).toMatchObject({ state: 'failed', error: 'not-from-the-past' })
  await world.stopWorker()
  await startBacktest(world.scope, { plan: await planOf(flowId), compared: null })
  await cancelBacktest(world.scope, flowId)
  expect(await latestBacktest(world.scope, flowId)).toMatchObject({ state: 'cancelled', done: 0 })
})

/** The plan with other values at one of its steps. */
const edited = (plan: Plan, nodeId: string, config: Record<string, unknown>): Plan => {
  const node = plan.nodes[nodeId]
  if (!node) throw new Error(`no step ${nodeId}`)
  return { ...plan, nodes: { ...plan.nodes, [nodeId]: { ...node, config } } }
}

/** Three who ask for a quote, of 10, 50 and 90; only the last visits, twelve hours later. */
async function threeQuotes(): Promise<Plan> {
  await send(world, identify('ada'), identify('bea'), identify('cyd'))
  await advance(world, '2026-01-20T09:00:00Z')
  for (const [who, amount] of [
    ['ada', 10],
    ['bea', 50],
    ['cyd', 90],
  ] as const)
    await send(world, track(who, 'Quote Asked', { amount }))
  await advance(world, '2026-01-20T21:00:00Z')
  await send(world, page('cyd'))
  await advance(world, '2026-01-20T21:00:00Z')
  const where = { field: 'amount', op: '>=', value: 40 }
  const flowId = await live(drawn('on-event', { event: 'Quote Asked', where }))
  await advance(world, '2026-02-01T10:00:00Z')
  return planOf(flowId)
}

test('beside a drawing the same people walk the live version: each figure of it is what it would have been alone', async () => {
  const published = await threeQuotes()
  const plan = edited(published, 'start', { event: 'Quote Asked', where: null })
  await startBacktest(world.scope, { plan, compared: published })
  const { figures, comparedFigures, comparedVersion, shift } = await whenOver(() =>
    latestBacktest(world.scope, plan.flowId),
  )
  const alone = await tested(published.flowId)
  expect([figures.entered, comparedFigures?.entered]).toEqual([3, 2])
  expect(comparedFigures).toEqual(alone.figures)
  expect(figures.nodes.reacted).toMatchObject({ entered: 3, exits: { yes: 1, no: 2 } })
  expect(comparedFigures?.nodes.reacted).toMatchObject({ entered: 2, exits: { yes: 1, no: 1 } })
  expect([comparedVersion, shift]).toEqual([1, null])
})

test('a drawing that is as the live version is walked once and tells the same of both', async () => {
  const published = await threeQuotes()
  await startBacktest(world.scope, { plan: published, compared: published })
  const { figures, comparedFigures } = await whenOver(() =>
    latestBacktest(world.scope, published.flowId),
  )
  expect(figures.entered).toBe(2)
  expect(comparedFigures).toEqual(figures)
})

test('one step’s value is told apart: who would come in, which way they go, and whether sooner or later', async () => {
  const published = await threeQuotes()
  const effectOf = async (nodeId: string, config: Record<string, unknown>) => {
    const plan = edited(published, nodeId, config)
    const compared = withStepOf(plan, published, nodeId)
    const { id } = await startStepBacktest(world.scope, { plan, compared }, nodeId)
    return whenOver(() => getStepBacktest(world.scope, plan.flowId, id))
  }
  const entry = await effectOf('start', {
    event: 'Quote Asked',
    where: { field: 'amount', op: '>=', value: 60 },
  })
  expect([entry.figures.entered, entry.comparedFigures?.entered]).toEqual([1, 2])
  const shorter = await effectOf('day', { for: 'PT6H', since: 'here' })
  expect(shorter.shift).toEqual({ sooner: 2, later: 0, same: 0 })
  // Six hours are over before the visit.
  expect(shorter.figures.nodes.reacted?.exits).toEqual({ no: 2 })
  expect(shorter.comparedFigures?.nodes.reacted?.exits).toEqual({ yes: 1, no: 1 })
  expect((await effectOf('day', { for: 'P2D', since: 'here' })).shift).toEqual({
    sooner: 0,
    later: 2,
    same: 0,
  })
  // Neither Try nor the tips of the compiler take such a one for the whole drawing’s.
  expect(await latestBacktest(world.scope, published.flowId)).toBeNull()
  expect(await inTransaction(world.scope, (tx) => readPastEntries(tx, published.flowId))).toBeNull()
})

test('another value asked for stops the one before, and forgets it', async () => {
  const published = await threeQuotes()
  await world.stopWorker()
  const ask = () => startStepBacktest(world.scope, { plan: published, compared: null }, 'day')
  const first = await ask()
  const second = await ask()
  await expect(getStepBacktest(world.scope, published.flowId, first.id)).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await getStepBacktest(world.scope, published.flowId, second.id)).toMatchObject({
    ...{ state: 'queued', nodeId: 'day', comparedFigures: null },
  })
})
