import { pauseFlow } from '@relance/db/flow/pause-flow'
import { overdueChoice, resumeFlow } from '@relance/db/flow/resume-flow'
import { listSendings } from '@relance/db/sending/list-sendings'
import { beforeEach, expect, test } from 'vitest'
import { newsletterOf, sendPeople, startOnSunday } from '../testing/newsletter'
import { advance, messages, publish, publishAgain, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startOnSunday()
  return () => world.close()
})

const newsletter = (config: Record<string, unknown>) => newsletterOf(world, config)

const people = (count: number, traits?: object, name?: string) =>
  sendPeople(world, count, traits, name)

/** The minute of each mail that went, on the day of the newsletter and after. */
const sentAt = async () =>
  (await messages(world))
    .filter(({ state }) => state === 'sent')
    .map((mail) => mail.sentAt?.toISOString().slice(8, 19))

const resume = (flowId: string) =>
  resumeFlow(world.scope, flowId, overdueChoice.parse({ mode: 'now' }))

test('one an hour goes on when an hour without the pause is over, and then every hour', async () => {
  await people(4)
  const graph = newsletter({ at: '2026-03-02T08:00:00Z', pace: 'hour', people: 1 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:00:30Z')
  await pauseFlow(world.scope, flowId)
  await advance(world, '2026-03-02T09:30:00Z')
  await resume(flowId)
  await advance(world, '2026-03-02T20:00:00Z')
  expect(await sentAt()).toEqual(['02T08:00:00', '02T10:29:30', '02T11:29:30', '02T12:29:30'])
})

test('a new text that ends the pause keeps the pace, too', async () => {
  await people(3)
  const graph = newsletter({ at: '2026-03-02T08:00:00Z', pace: 'hour', people: 1 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:30:00Z')
  await pauseFlow(world.scope, flowId)
  await advance(world, '2026-03-02T14:00:00Z')
  await publishAgain(world, flowId, { graph }, 'finish')
  await advance(world, '2026-03-02T20:00:00Z')
  expect(await sentAt()).toEqual(['02T08:00:00', '02T14:30:00', '02T15:30:00'])
})

test('the hours between two zones’ mornings do not let a crowd in at the second', async () => {
  await people(2, {}, 'paris')
  await people(4, { timezone: 'America/New_York' }, 'ny')
  const graph = newsletter({
    ...{ at: '2026-03-02T08:00:00Z', zone: 'contact', pace: 'hour', people: 2 },
  })
  const flowId = await publish(world, { graph })
  const told = async () =>
    (await listSendings(world.scope, flowId))[0]?.expectedEndAt?.toISOString().slice(8, 19)
  await advance(world, '2026-03-02T07:00:00Z')
  expect(await told()).toBe('02T15:30:00')
  await advance(world, '2026-03-02T14:40:00Z')
  expect(await told()).toBe('02T15:30:00')
  await advance(world, '2026-03-03T00:00:00Z')
  expect(await sentAt()).toEqual([
    ...['02T08:00:00', '02T08:30:00'],
    ...['02T14:00:00', '02T14:30:00', '02T15:00:00', '02T15:30:00'],
  ])
})

test('a zone’s morning that comes in a pause is kept to the pace after it', async () => {
  await people(1, {}, 'paris')
  await people(3, { timezone: 'America/New_York' }, 'ny')
  const graph = newsletter({
    ...{ at: '2026-03-02T08:00:00Z', zone: 'contact', pace: 'hour', people: 1 },
  })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T09:00:00Z')
  await pauseFlow(world.scope, flowId)
  await advance(world, '2026-03-02T18:00:00Z')
  await resume(flowId)
  await advance(world, '2026-03-03T00:00:00Z')
  expect(await sentAt()).toEqual(['02T08:00:00', '02T18:00:00', '02T19:00:00', '02T20:00:00'])
})
