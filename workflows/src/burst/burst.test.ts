import { afterAll, beforeAll, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeAll(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
})
afterAll(() => world.close())

test('a customer is mailed at once, waits a day through Temporal, and is mailed again', async () => {
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'mail-1', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'day', type: 'wait-duration', version: 1, config: { for: 'PT24H', since: 'here' } },
        { id: 'mail-2', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'welcomed' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail-1' },
        { from: 'mail-1', exit: 'sent', to: 'day' },
        { from: 'day', exit: 'done', to: 'mail-2' },
        { from: 'mail-2', exit: 'sent', to: 'end' },
      ],
    },
  })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-05T10:00:00Z')
  expect(await messages(world)).toMatchObject([
    { nodeId: 'mail-1', state: 'sent', sentAt: new Date('2026-03-02T10:00:00Z') },
    { nodeId: 'mail-2', state: 'sent', sentAt: new Date('2026-03-03T10:00:00Z') },
  ])
  expect(await runs(world)).toMatchObject([
    { state: 'ended', endReason: 'end', endDetail: 'welcomed' },
  ])
  expect(world.sink.taken).toHaveLength(2)
})
