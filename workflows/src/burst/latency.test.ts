import { inTransaction } from '@relance/db/connection/in-transaction'
import { requestRebuild } from '@relance/db/score/request-rebuild'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, publish, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('1997-03-01T00:00:00Z')
})
afterEach(() => world.close())

const overdue = (config: Record<string, unknown>) => ({
  graph: {
    nodes: [
      {
        ...{ id: 'start', version: 1, type: 'on-latency' },
        config: { by: 'mean', days: 90, times: 1.5, ...config },
      },
      { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
    ],
    edges: [{ from: 'start', exit: 'entered', to: 'end' }],
  },
  settings: { reentry: { mode: 'per-key' as const, atOnceAfter: [] } },
})

const order = (userId: string, at: string) =>
  track(userId, 'Order Completed', { order_id: `${userId}-${at}`, revenue: 20 }, at)

/** As the orders so far have it. */
async function scoreEverybody(): Promise<void> {
  await advance(world, '1997-03-01T00:00:00Z')
  await requestRebuild(world.scope)
  await advance(world, '1997-03-01T00:00:00Z')
}

const entries = () =>
  inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ who: string; at: Date }[]>`
      select c.external_id as who, e.entered_at as at from enrolments e
      join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      where e.workspace_id = ${workspaceId} order by e.entered_at, c.external_id`,
  )

test('with 111 days fixed, a customer of 12 January enters on 3 May; whoever never ordered does not', async () => {
  await send(world, identify('visitor'), identify('ada'), order('ada', '1997-01-11T23:00:00Z'))
  await publish(world, overdue({ by: 'fixed', days: 111 }))
  await advance(world, '1997-08-01T00:00:00Z')
  expect(await entries()).toEqual([{ who: 'ada', at: new Date('1997-05-02T23:00:00Z') }])
})

test('the mean of the rank is reached: of the first order for some, of the second for others', async () => {
  // 1 → 2: 20 and 40 days, 2 → 3: 10 days. One case is enough here.
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set settings = settings || '{"scores": {"fewestCases": 1}}' where id = ${workspaceId}`,
  )
  await send(world, ...['ada', 'bob', 'cleo'].map((id) => identify(id)))
  await send(world, order('ada', '1997-01-01T12:00:00Z'), order('ada', '1997-01-21T12:00:00Z'))
  await send(world, order('ada', '1997-01-31T12:00:00Z'))
  await send(world, order('bob', '1997-01-10T12:00:00Z'), order('bob', '1997-02-19T12:00:00Z'))
  await send(world, order('cleo', '1997-02-25T12:00:00Z'))
  await scoreEverybody()
  await publish(world, overdue({}))
  await advance(world, '1997-06-01T00:00:00Z')
  expect(await entries()).toEqual([
    { who: 'bob', at: new Date('1997-03-01T12:00:00Z') },
    { who: 'cleo', at: new Date('1997-03-27T12:00:00Z') },
  ])
})

test('one’s own gap, times as many as asked for', async () => {
  await send(world, identify('ada'), identify('bob'))
  for (const at of ['1997-01-01T12:00:00Z', '1997-01-11T12:00:00Z', '1997-02-26T12:00:00Z'])
    await send(world, order('ada', at))
  await send(world, order('bob', '1997-02-26T12:00:00Z'))
  await publish(world, overdue({ by: 'own', times: 1.5 }))
  await advance(world, '1997-06-01T00:00:00Z')
  // Gaps of 10 and 46 days: 28 are usual.
  expect(await entries()).toEqual([{ who: 'ada', at: new Date('1997-04-09T12:00:00Z') }])
})

test('a line that comes nearer in the night takes in whom it has passed, and nobody twice', async () => {
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set settings = settings || '{"scores": {"fewestCases": 1}}' where id = ${workspaceId}`,
  )
  await send(world, ...['ada', 'bob', 'cleo', 'dan'].map((id) => identify(id)))
  await send(world, order('ada', '1997-01-01T12:00:00Z'), order('ada', '1997-02-10T12:00:00Z'))
  await send(world, order('bob', '1997-02-05T12:00:00Z'), order('cleo', '1997-01-20T12:00:00Z'))
  await scoreEverybody()
  await publish(world, overdue({}))
  await advance(world, '1997-03-02T12:00:00Z')
  // Cleo, after 40 days, has entered. Then two quick second orders make the mean 20 days: Bob, after 26, is past it at once.
  await send(world, order('dan', '1997-03-02T08:00:00Z'), order('dan', '1997-03-02T09:00:00Z'))
  await advance(world, '1997-04-20T00:00:00Z')
  const entered = await entries()
  expect(entered.filter(({ who }) => who === 'cleo')).toEqual([
    { who: 'cleo', at: new Date('1997-03-01T12:00:00Z') },
  ])
  expect(entered.filter(({ who }) => who === 'bob')).toEqual([
    { who: 'bob', at: new Date('1997-03-03T03:00:00Z') },
  ])
})
