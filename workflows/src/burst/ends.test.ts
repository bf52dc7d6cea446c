import type { Graph } from '@relance/core/graph/graph'
import { beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

/** A sign-up, a mail at once, and an end. */
const mailAtOnce = (end: Record<string, unknown>): Graph => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: end },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

const now = '2026-03-02T10:00:00Z'

test('whom an exit rule holds out already is told so on entering, and gets nothing', async () => {
  const rule = { field: 'ordersCount', op: '>=' as const, value: 1 }
  await publish(world, {
    graph: mailAtOnce({ as: 'exit', reason: 'done' }),
    settings: { exitRules: [{ key: 'buyer', rule }] },
  })
  await send(world, identify('ada'), track('ada', 'Order Completed', { order_id: 'o1' }))
  await send(world, track('ada', 'Signed Up'))
  await advance(world, now)
  expect(await messages(world)).toEqual([])
  expect(await runs(world)).toMatchObject([{ endReason: 'exit', endDetail: 'buyer' }])
})

test('a mail drawn before an end that counts as the goal still goes out', async () => {
  await publish(world, { graph: mailAtOnce({ as: 'goal', reason: 'told' }) })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, now)
  expect(await messages(world)).toMatchObject([{ nodeId: 'mail', state: 'sent' }])
  expect(await runs(world)).toMatchObject([{ endReason: 'goal', endDetail: 'told' }])
})

test('an end that brings its own beginning lets in again once, not for ever', async () => {
  const graph = mailAtOnce({ as: 'exit', reason: 'done' })
  const wait = {
    id: 'wait',
    type: 'wait-duration',
    version: 1,
    config: { for: 'PT1S', since: 'anchor' },
  }
  await publish(world, {
    graph: {
      nodes: [...graph.nodes.filter(({ id }) => id !== 'mail'), wait],
      edges: [
        { from: 'start', exit: 'entered', to: 'wait' },
        { from: 'wait', exit: 'done', to: 'end' },
      ],
    },
    settings: { reentry: { mode: 'once', atOnceAfter: ['done'] } },
  })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-02T10:00:30Z')
  expect((await runs(world)).map(({ endDetail }) => endDetail)).toEqual(['done', 'done'])
})
