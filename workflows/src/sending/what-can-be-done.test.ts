import type { AppError } from '@relance/core/error/app-error'
import { getFlow } from '@relance/db/flow/get-flow'
import { pauseFlow } from '@relance/db/flow/pause-flow'
import { overdueChoice, resumeFlow } from '@relance/db/flow/resume-flow'
import { cancelNewsletter } from '@relance/db/sending/cancel-newsletter'
import { cancelSending } from '@relance/db/sending/cancel-sending'
import { listSendings } from '@relance/db/sending/list-sendings'
import { resumeOutlook } from '@relance/db/sending/resume-outlook'
import { beforeEach, expect, test } from 'vitest'
import { newsletterOf, sendPeople, startOnSunday } from '../testing/newsletter'
import { advance, messages, publish, publishAgain, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startOnSunday()
  return () => world.close()
})

const newsletter = (config: Record<string, unknown>) => newsletterOf(world, config)

const people = (count: number) => sendPeople(world, count)

const sent = async () => (await messages(world)).filter(({ state }) => state === 'sent').length
const standing = async (flowId: string) => (await getFlow(world.scope, flowId)).sending
/** Why something is refused. */
const refusal = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => null,
    (thrown: AppError) => thrown,
  )
  return error && `${error.code}: ${error.details.reason}`
}
const MONDAY_9 = { at: '2026-03-02T08:00:00Z' }

test('a sending that is done can neither be paused nor cancelled, before it can', async () => {
  await people(2)
  const flowId = await publish(world, { graph: newsletter(MONDAY_9) })
  expect(await standing(flowId)).toBe('to-come')
  await pauseFlow(world.scope, flowId)
  await resumeFlow(world.scope, flowId, overdueChoice.parse({ mode: 'now' }))
  await advance(world, '2026-03-02T09:00:00Z')
  expect(await sent()).toBe(2)
  expect(await standing(flowId)).toBe('over')
  expect(await refusal(pauseFlow(world.scope, flowId))).toBe('conflict: over')
  expect((await getFlow(world.scope, flowId)).status).toBe('live')
  const [sending] = await listSendings(world.scope, flowId)
  expect(await refusal(cancelSending(world.scope, flowId, sending?.id ?? ''))).toBe(
    'conflict: over',
  )
  expect((await listSendings(world.scope, flowId))[0]).toMatchObject({ state: 'done', sent: 2 })
})

test('whoever is still inside after the mail can be paused, and so can a week between two', async () => {
  await people(1)
  const week = { id: 'week', type: 'wait-duration', version: 1, config: { for: 'P7D' } }
  const { nodes, edges } = newsletter(MONDAY_9)
  const graph = {
    nodes: [...nodes, week],
    edges: [
      ...edges.map((edge) => (edge.exit === 'sent' ? { ...edge, to: 'week' } : edge)),
      { from: 'week', exit: 'done', to: 'end' },
    ],
  }
  const waits = await publish(world, { graph })
  const rrule = 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0'
  const weekly = await publish(world, { graph: newsletter({ rrule }) })
  await advance(world, '2026-03-03T00:00:00Z')
  for (const flowId of [waits, weekly]) {
    expect(await standing(flowId)).toBe('under-way')
    await pauseFlow(world.scope, flowId)
  }
})

test('cancelled before its first sending, nobody gets it, and it is told until it is published after all', async () => {
  await people(3)
  const graph = newsletter(MONDAY_9)
  const flowId = await publish(world, { graph })
  await cancelNewsletter(world.scope, flowId)
  await advance(world, '2026-03-02T09:00:00Z')
  expect(await sent()).toBe(0)
  expect(await getFlow(world.scope, flowId)).toMatchObject({
    ...{ status: 'stopped', sending: 'over' },
    cancelled: { at: new Date('2026-03-01T10:00:00Z'), by: null },
  })
  expect(await refusal(cancelNewsletter(world.scope, flowId))).toBe('conflict: cancelled')
  await publishAgain(world, flowId, { graph: newsletter({ at: '2026-03-03T08:00:00Z' }) }, 'finish')
  expect(await getFlow(world.scope, flowId)).toMatchObject({ sending: 'to-come', cancelled: null })
  await advance(world, '2026-03-04T00:00:00Z')
  expect(await sent()).toBe(3)
})

test('once its first sending has begun it is that one that is cancelled', async () => {
  await people(3)
  const graph = newsletter({ ...MONDAY_9, pace: 'hour', people: 1 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:30:00Z')
  expect(await refusal(cancelNewsletter(world.scope, flowId))).toBe('conflict: begun')
  const [sending] = await listSendings(world.scope, flowId)
  await cancelSending(world.scope, flowId, sending?.id ?? '')
  expect(await refusal(cancelNewsletter(world.scope, flowId))).toBe('conflict: over')
})

test('before going on it is said to how many it goes and how fast, in the middle of a sending', async () => {
  await people(5)
  const graph = newsletter({ ...MONDAY_9, pace: 'hour', people: 2 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:40:00Z')
  expect(await resumeOutlook(world.scope, flowId)).toBeNull()
  await pauseFlow(world.scope, flowId)
  expect(await resumeOutlook(world.scope, flowId)).toMatchObject({
    ...{ people: 3, pace: { pace: 'hour', people: 2 }, passedAt: null, nextAt: null },
  })
})

test('a sending whose hour passed in the pause tells of it, one whose hour is to come of nobody', async () => {
  await people(5)
  const flowId = await publish(world, { graph: newsletter(MONDAY_9) })
  await pauseFlow(world.scope, flowId)
  const nineOClock = new Date(MONDAY_9.at)
  expect(await resumeOutlook(world.scope, flowId)).toMatchObject({
    ...{ people: 0, passedAt: null, nextAt: nineOClock },
  })
  await advance(world, '2026-03-02T12:00:00Z')
  expect(await resumeOutlook(world.scope, flowId)).toMatchObject({
    ...{ people: 5, passedAt: nineOClock, nextAt: null, pace: { pace: 'none' } },
  })
  await resumeFlow(world.scope, flowId, overdueChoice.parse({ mode: 'now' }))
  await advance(world, '2026-03-02T12:01:00Z')
  expect(await sent()).toBe(5)
})
