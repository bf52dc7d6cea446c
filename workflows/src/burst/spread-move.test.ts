import type { Graph } from '@relance/core/graph/graph'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import {
  advance,
  messages,
  publish,
  publishAgain,
  runs,
  send,
  startWorld,
  type World,
} from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

/** A sign-up, a wait, then one mail. */
const waiting = (wait: { type: string; config: Record<string, unknown> }): Graph => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'wait', version: 1, ...wait },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
    { id: 'came', type: 'end', version: 1, config: { as: 'exit', reason: 'came' } },
  ].filter(({ id }) => id !== 'came' || wait.type === 'wait-event'),
  edges: [
    { from: 'start', exit: 'entered', to: 'wait' },
    { from: 'wait', exit: wait.type === 'wait-event' ? 'timed-out' : 'done', to: 'mail' },
    ...(wait.type === 'wait-event' ? [{ from: 'wait', exit: 'happened', to: 'came' }] : []),
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})
const days = (length: string) =>
  waiting({ type: 'wait-duration', config: { for: length, since: 'here' } })

const signUp = async (prefix: string, count: number) => {
  for (let n = 1; n <= count; n++)
    await send(world, identify(`${prefix}-${n}`), track(`${prefix}-${n}`, 'Signed Up'))
}

/** How many mails went in each hour. */
const byHour = async () =>
  (await messages(world)).reduce<Record<string, number>>((hours, { sentAt }) => {
    const hour = sentAt?.toISOString().slice(0, 13) ?? 'not sent'
    return Object.assign(hours, { [hour]: (hours[hour] ?? 0) + 1 })
  }, {})

test('sixty whose wait is over by the new version go on evenly over four hours, each once; whoever still has to wait does', async () => {
  const flowId = await publish(world, { graph: days('P14D') })
  await signUp('first', 60)
  await advance(world, '2026-03-06T10:00:00Z')
  await signUp('later', 10)
  await advance(world, '2026-03-07T10:00:00Z')
  await publishAgain(world, flowId, { graph: days('P3D') }, 'move', { spread: 'PT4H' })
  await advance(world, '2026-03-07T11:59:00Z')
  expect(await byHour()).toEqual({ '2026-03-07T10': 15, '2026-03-07T11': 15 })
  expect(new Set((await runs(world)).map(({ version }) => version))).toEqual(new Set([2]))
  // What is dealt out outlives whoever keeps the time.
  await world.stopWorker()
  await world.startWorker()
  await advance(world, '2026-03-20T00:00:00Z')
  expect(await byHour()).toEqual({
    ...{ '2026-03-07T10': 15, '2026-03-07T11': 15, '2026-03-07T12': 15, '2026-03-07T13': 15 },
    '2026-03-09T10': 10,
  })
  const twice = await inTransaction(
    world.scope,
    ({ sql }) => sql`select contact_id from messages group by 1 having count(*) > 1`,
  )
  expect([...twice]).toEqual([])
  expect(await runs(world)).toHaveLength(70)
})

test('a later version lets those go on at once who were still spread', async () => {
  const flowId = await publish(world, { graph: days('P14D') })
  await signUp('ada', 4)
  await advance(world, '2026-03-07T10:00:00Z')
  await publishAgain(world, flowId, { graph: days('P3D') }, 'move', { spread: 'PT4H' })
  await advance(world, '2026-03-07T10:30:00Z')
  expect(await byHour()).toEqual({ '2026-03-07T10': 1 })
  await publishAgain(world, flowId, { graph: days('P2D') }, 'move')
  await advance(world, '2026-03-07T10:30:00Z')
  expect(await byHour()).toEqual({ '2026-03-07T10': 4 })
})

test('whoever is spread at a wait for an event is still let on by what happened in time', async () => {
  const week = (atMost: string) =>
    waiting({ type: 'wait-event', config: { event: 'Order Completed', atMost } })
  const flowId = await publish(world, { graph: week('P14D') })
  await signUp('ada', 2)
  await advance(world, '2026-03-07T10:00:00Z')
  await publishAgain(world, flowId, { graph: week('P3D') }, 'move', { spread: 'PT4H' })
  await advance(world, '2026-03-07T11:00:00Z')
  await send(world, track('ada-2', 'Order Completed', { orderId: 'o-1' }, '2026-03-03T10:00:00Z'))
  await advance(world, '2026-03-08T00:00:00Z')
  expect((await runs(world)).map(({ endDetail }) => endDetail).toSorted()).toEqual(['came', 'done'])
  expect(await byHour()).toEqual({ '2026-03-07T10': 1 })
})
