import type { Graph } from '@relance/core/graph/graph'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { requestRebuild } from '@relance/db/score/request-rebuild'
import { loadScenarios } from '@relance/templates/load-scenarios'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-01T08:00:00Z')
})
afterEach(() => world.close())

/** A scenario that ships, with the world's one mail in place of its own. */
async function shipped(key: string) {
  const found = (await loadScenarios('en')).find((scenario) => scenario.key === key)
  if (!found) throw new Error(`no ${key}`)
  const nodes = found.graph.nodes.map((node) =>
    node.type === 'send-email' ? { ...node, config: { template: world.templateId } } : node,
  )
  const graph: Graph = { ...found.graph, nodes }
  return { graph, settings: found.settings }
}

const order = (userId: string, revenue: number, at: string) =>
  track(userId, 'Order Completed', { order_id: `${userId}-${at}`, revenue }, at)

/** Customers enough for a bottom fifth: c1 … c10, the higher the more they spent. */
async function shop(): Promise<void> {
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set settings = settings || '{"scores": {"fewestCases": 1}}' where id = ${workspaceId}`,
  )
  for (let n = 1; n <= 10; n++) {
    const at = `2026-02-${String(8 + n).padStart(2, '0')}T09:00:00Z`
    await send(world, identify(`c${n}`), order(`c${n}`, n * 10, at))
  }
  // From the first order to the second: 40 days, of somebody who is not written to again.
  await send(
    world,
    order('old', 500, '2026-01-01T09:00:00Z'),
    order('old', 500, '2026-02-10T09:00:00Z'),
  )
  await advance(world, '2026-03-01T08:00:00Z')
  await requestRebuild(world.scope)
  await advance(world, '2026-03-01T08:00:00Z')
}

/** When somebody was written to. */
const mailsOf = async (externalId: string) => {
  const sent = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ at: Date }[]>`
      select m.sent_at as at from messages m
      join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
      where m.workspace_id = ${workspaceId} and m.state = 'sent' and c.external_id = ${externalId} order by m.sent_at`,
  )
  return sent.map(({ at }) => at.toISOString())
}

test('win-back: three mails two weeks apart from the day the order is overdue; the bottom fifth gets none', async () => {
  await shop()
  await publish(world, await shipped('win-back'))
  await advance(world, '2026-03-22T12:00:00Z')
  // c1 and c2 were due on the 21st and 22nd: both are in the bottom fifth.
  const stopped = (await runs(world)).filter(({ endDetail }) => endDetail === 'bottom-fifth')
  expect(stopped).toHaveLength(2)
  await advance(world, '2026-03-25T08:00:00Z')
  await send(world, track('c5', 'Order Completed', { order_id: 'again', revenue: 10 }))
  await advance(world, '2026-05-20T08:00:00Z')
  expect(await mailsOf('c1')).toEqual([])
  expect(await mailsOf('c9')).toEqual([
    '2026-03-29T09:00:00.000Z',
    '2026-04-12T09:00:00.000Z',
    '2026-04-26T09:00:00.000Z',
  ])
})

test('score drop: a selection at the night that finds it, a credit a week later, nothing after an order', async () => {
  await shop()
  await publish(world, await shipped('score-drop'))
  // All but c10 order again: c10, who was among the most recent, falls to the bottom by recency.
  await advance(world, '2026-03-02T12:00:00Z')
  for (let n = 1; n <= 9; n++)
    await send(world, track(`c${n}`, 'Order Completed', { order_id: `m${n}`, revenue: 10 }))
  await advance(world, '2026-03-03T12:00:00Z')
  expect(await mailsOf('c10')).toEqual(['2026-03-03T03:00:00.000Z'])
  await advance(world, '2026-03-11T00:00:00Z')
  expect(await mailsOf('c10')).toEqual(['2026-03-03T03:00:00.000Z', '2026-03-10T03:00:00.000Z'])
  await send(world, track('c10', 'Order Completed', { order_id: 'back', revenue: 60 }))
  await advance(world, '2026-03-12T00:00:00Z')
  const goals = (await runs(world)).filter(({ endReason }) => endReason === 'goal')
  expect(goals).toHaveLength(1)
})
