import type { Graph } from '@relance/core/graph/graph'
import { pauseFlow } from '@relance/db/flow/pause-flow'
import { resumeFlow } from '@relance/db/flow/resume-flow'
import { beforeEach, expect, test } from 'vitest'
import { identify, page, track } from '../testing/incoming'
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

/** A sign-up, a wait of some kind, and a mail behind it. */
const waiting = (
  wait: { type: string; config: Record<string, unknown> },
  exit = 'done',
): Graph => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'wait', version: 1, ...wait },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
    { id: 'late', type: 'end', version: 1, config: { as: 'exit', reason: 'nothing-came' } },
  ].filter(({ id }) => id !== 'late' || exit === 'happened'),
  edges: [
    { from: 'start', exit: 'entered', to: 'wait' },
    { from: 'wait', exit, to: 'mail' },
    ...(exit === 'happened' ? [{ from: 'wait', exit: 'timed-out', to: 'late' }] : []),
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

const signUp = () => send(world, identify('ada'), track('ada', 'Signed Up'))

test('a visit restarts a wait that counts from the last visit', async () => {
  await publish(world, {
    graph: waiting({ type: 'wait-duration', config: { for: 'P14D', since: 'visit' } }),
  })
  await send(world, identify('ada'), page('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-10T10:00:00Z')
  await send(world, page('ada'))
  await advance(world, '2026-04-01T00:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-24T10:00:00Z') },
  ])
})

test('an awaited event ends the wait at once', async () => {
  await publish(world, {
    graph: waiting(
      { type: 'wait-event', config: { event: 'Form Submitted', atMost: 'P7D' } },
      'happened',
    ),
  })
  await signUp()
  await advance(world, '2026-03-04T09:00:00Z')
  await send(world, track('ada', 'Form Submitted'))
  await advance(world, '2026-03-05T00:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-04T09:00:00Z') },
  ])
})

test('an awaited event that never comes lets the customer out at the limit', async () => {
  await publish(world, {
    graph: waiting(
      { type: 'wait-event', config: { event: 'Form Submitted', atMost: 'P7D' } },
      'happened',
    ),
  })
  await signUp()
  await advance(world, '2026-03-20T00:00:00Z')
  expect(await runs(world)).toMatchObject([{ state: 'ended', endDetail: 'nothing-came' }])
  expect(await messages(world)).toEqual([])
})

test('an unsubscribe during a wait ends the run as unreachable', async () => {
  await publish(world, {
    graph: waiting({ type: 'wait-duration', config: { for: 'P7D', since: 'here' } }),
  })
  await signUp()
  await advance(world, '2026-03-04T00:00:00Z')
  await send(world, track('ada', 'Unsubscribed'))
  await advance(world, '2026-03-20T00:00:00Z')
  expect(await runs(world)).toMatchObject([
    { state: 'ended', endReason: 'unreachable', endDetail: 'unsubscribed' },
  ])
  expect(await messages(world)).toEqual([])
})

test('a pause holds a customer whose wait ends in it, and a resume lets them on', async () => {
  const flowId = await publish(world, {
    graph: waiting({ type: 'wait-duration', config: { for: 'P1D', since: 'here' } }),
  })
  await signUp()
  await advance(world, '2026-03-02T12:00:00Z')
  await pauseFlow(world.scope, flowId)
  await advance(world, '2026-03-09T10:00:00Z')
  expect(await messages(world)).toEqual([])
  await resumeFlow(world.scope, flowId, { mode: 'now', over: 'PT1H' })
  await advance(world, '2026-03-09T10:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-09T10:00:00Z') },
  ])
})

test('people moved to a new version keep the time they have waited', async () => {
  const graph = waiting({ type: 'wait-duration', config: { for: 'P7D', since: 'here' } })
  const flowId = await publish(world, { graph })
  await signUp()
  await advance(world, '2026-03-04T10:00:00Z')
  await publishAgain(
    world,
    flowId,
    { graph: waiting({ type: 'wait-duration', config: { for: 'P10D', since: 'here' } }) },
    'move',
  )
  await advance(world, '2026-03-20T00:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-12T10:00:00Z') },
  ])
  expect(await runs(world)).toMatchObject([{ version: 2, state: 'ended' }])
})

test('people told to leave get nothing more', async () => {
  const graph = waiting({ type: 'wait-duration', config: { for: 'P7D', since: 'here' } })
  const flowId = await publish(world, { graph })
  await signUp()
  await advance(world, '2026-03-04T10:00:00Z')
  await publishAgain(world, flowId, { graph }, 'leave')
  await advance(world, '2026-03-20T00:00:00Z')
  expect(await runs(world)).toMatchObject([{ state: 'ended', endReason: 'left' }])
  expect(await messages(world)).toEqual([])
})

test('a run goes on where it stood after the worker was stopped and started', async () => {
  await publish(world, {
    graph: waiting({ type: 'wait-duration', config: { for: 'P7D', since: 'here' } }),
  })
  await signUp()
  await advance(world, '2026-03-04T10:00:00Z')
  await world.stopWorker()
  await world.startWorker()
  await advance(world, '2026-03-20T00:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-09T10:00:00Z') },
  ])
})
