import { pauseFlow } from '@relance/db/flow/pause-flow'
import { overdueChoice, resumeFlow } from '@relance/db/flow/resume-flow'
import { cancelSending } from '@relance/db/sending/cancel-sending'
import { listSendings } from '@relance/db/sending/list-sendings'
import { beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { newsletterOf, sendPeople, startOnSunday } from '../testing/newsletter'
import { advance, messages, publish, publishAgain, send, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startOnSunday()
  return () => world.close()
})

const newsletter = (config: Record<string, unknown>, type?: string) =>
  newsletterOf(world, config, type)

const people = (count: number) => sendPeople(world, count)

const sentAt = async () =>
  (await messages(world))
    .filter(({ state }) => state === 'sent')
    .map((mail) => mail.sentAt?.toISOString())

const repeating = { reentry: { mode: 'per-key' as const, after: null, atOnceAfter: [] } }

test('every Monday at nine in Paris is 08:00Z in winter and 07:00Z in summer', async () => {
  await people(1)
  const graph = newsletter({ rrule: 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0' })
  const flowId = await publish(world, { graph, settings: repeating })
  await advance(world, '2026-03-31T00:00:00Z')
  expect(await sentAt()).toEqual([
    '2026-03-02T08:00:00.000Z',
    '2026-03-09T08:00:00.000Z',
    '2026-03-16T08:00:00.000Z',
    '2026-03-23T08:00:00.000Z',
    '2026-03-30T07:00:00.000Z',
  ])
  expect(await listSendings(world.scope, flowId)).toHaveLength(5)
})

test('nine o’clock comes to everybody by their own clock, once', async () => {
  await send(
    world,
    identify('ny', { timezone: 'America/New_York' }),
    identify('paris'),
    identify('tokyo', { timezone: 'Asia/Tokyo' }),
  )
  const graph = newsletter({ at: '2026-03-09T08:00:00Z', zone: 'contact' })
  const flowId = await publish(world, { graph, settings: repeating })
  await advance(world, '2026-03-09T09:00:00Z')
  expect((await listSendings(world.scope, flowId))[0]).toMatchObject({ total: 3, sent: 2 })
  await advance(world, '2026-03-12T00:00:00Z')
  expect(await sentAt()).toEqual([
    '2026-03-09T00:00:00.000Z',
    '2026-03-09T08:00:00.000Z',
    // Summer time has begun there the day before.
    '2026-03-09T13:00:00.000Z',
  ])
  expect((await listSendings(world.scope, flowId))[0]).toMatchObject({
    ...{ state: 'done', total: 3, queued: 3, entered: 3, sent: 3, underway: 0, notEntered: 0 },
    ...{
      firstSentAt: new Date('2026-03-09T00:00:00Z'),
      lastSentAt: new Date('2026-03-09T13:00:00Z'),
    },
  })
})

test('so many an hour are so many, a pause is not made up for, and nobody gets it twice', async () => {
  await people(10)
  const graph = newsletter({ at: '2026-03-02T08:00:00Z', pace: 'hour', people: 4 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:59:00Z')
  expect(await sentAt()).toHaveLength(4)
  await pauseFlow(world.scope, flowId)
  await advance(world, '2026-03-02T13:59:00Z')
  expect(await sentAt()).toHaveLength(4)
  expect((await listSendings(world.scope, flowId))[0]).toMatchObject({ state: 'paused', total: 10 })
  await resumeFlow(world.scope, flowId, overdueChoice.parse({}))
  await advance(world, '2026-03-02T14:59:00Z')
  expect(await sentAt()).toHaveLength(8)
  await advance(world, '2026-03-03T00:00:00Z')
  expect(await sentAt()).toHaveLength(10)
  const to = world.sink.taken.map((mail) => /^To: (.+)$/im.exec(mail)?.[1])
  expect(new Set(to).size).toBe(10)
})

test('a cancellation spares those who got nothing, says how many, and the next week still comes', async () => {
  await people(10)
  const rrule = 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0'
  const graph = newsletter({ rrule, pace: 'hour', people: 4 })
  const flowId = await publish(world, { graph, settings: repeating })
  await advance(world, '2026-03-02T08:59:00Z')
  const [sending] = await listSendings(world.scope, flowId)
  expect(await cancelSending(world.scope, flowId, sending?.id ?? '')).toEqual({ people: 6 })
  await advance(world, '2026-03-08T00:00:00Z')
  expect((await listSendings(world.scope, flowId))[0]).toMatchObject({
    ...{ state: 'cancelled', total: 10, sent: 4, cancelled: 6 },
  })
  await expect(cancelSending(world.scope, flowId, sending?.id ?? '')).rejects.toThrow('already')
  await advance(world, '2026-03-10T00:00:00Z')
  expect(await sentAt()).toHaveLength(14)
})

test('whoever is held by a limit leaves with the cancellation', async () => {
  await people(3)
  const graph = newsletter({ at: '2026-03-01T23:00:00Z' })
  const quiet = { quietHours: { from: '20:00', to: '08:00' } }
  const flowId = await publish(world, { graph, settings: quiet })
  await advance(world, '2026-03-01T23:30:00Z')
  const [sending] = await listSendings(world.scope, flowId)
  expect(sending).toMatchObject({ state: 'sending', entered: 3, held: 3, sent: 0 })
  expect(await cancelSending(world.scope, flowId, sending?.id ?? '')).toEqual({ people: 3 })
  await advance(world, '2026-03-03T00:00:00Z')
  expect(await sentAt()).toEqual([])
})

test('a prospecting mail leaves customers out and counts them', async () => {
  await people(10)
  for (const name of ['p1', 'p2', 'p3'])
    await send(world, track(name, 'Order Completed', { order_id: `o-${name}`, revenue: 20 }))
  const graph = newsletter({ at: '2026-03-02T08:00:00Z' })
  const flowId = await publish(world, { graph, settings: { typology: 'prospecting' } })
  await advance(world, '2026-03-03T00:00:00Z')
  expect((await listSendings(world.scope, flowId))[0]).toMatchObject({
    ...{ total: 10, entered: 10, sent: 7, refused: { 'already-customer': 3 } },
  })
})

test('a new text in the middle of a sending goes to those still to come, and to nobody twice', async () => {
  await people(10)
  const graph = newsletter({ at: '2026-03-02T08:00:00Z', pace: 'hour', people: 4 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:59:00Z')
  await publishAgain(world, flowId, { graph }, 'finish')
  await advance(world, '2026-03-03T00:00:00Z')
  expect(await sentAt()).toHaveLength(10)
  expect(await listSendings(world.scope, flowId)).toMatchObject([{ version: 2, sent: 10 }])
})

test('a worker that stops in the middle goes on where it was', async () => {
  await people(40)
  const graph = newsletter({ at: '2026-03-02T08:00:00Z', pace: 'minute', people: 10 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:01:00Z')
  await world.stopWorker()
  await world.startWorker()
  await advance(world, '2026-03-02T09:00:00Z')
  expect((await listSendings(world.scope, flowId))[0]).toMatchObject({ state: 'done', sent: 40 })
})

test('a birthday of 29 February is greeted on the 28th in common years, once a year, at nine local time', async () => {
  await send(
    world,
    identify('leap', { birthday: '1980-02-29' }),
    identify('other', { birthday: '1990-06-01', timezone: 'America/New_York' }),
    identify('unknown'),
  )
  const graph = newsletter({ field: 'birthday', at: '09:00' }, 'on-date')
  await publish(world, { graph, settings: repeating })
  await advance(world, '2028-03-02T00:00:00Z')
  expect(await sentAt()).toEqual([
    '2026-06-01T13:00:00.000Z',
    '2027-02-28T08:00:00.000Z',
    '2027-06-01T13:00:00.000Z',
    '2028-02-29T08:00:00.000Z',
  ])
  // Two years of nights, each of them visited.
})

test('a date of one’s own is kept once, so many days before it', async () => {
  await send(
    world,
    identify('ada', { trialEnds: '2026-03-20' }),
    identify('bob', { trialEnds: 'soon' }),
  )
  const config = { field: 'trialEnds', repeat: 'once', offset: '-P3D', zone: 'workspace' }
  await publish(world, { graph: newsletter(config, 'on-date'), settings: repeating })
  await advance(world, '2027-04-01T00:00:00Z')
  expect(await sentAt()).toEqual(['2026-03-17T08:00:00.000Z'])
})

test('what comes in a pause waits for its end, unless it is to be skipped when late', async () => {
  await people(1)
  const graph = newsletter({ rrule: 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0' })
  const flowId = await publish(world, { graph, settings: repeating })
  await pauseFlow(world.scope, flowId)
  await advance(world, '2026-03-05T10:00:00Z')
  await resumeFlow(world.scope, flowId, overdueChoice.parse({ mode: 'now' }))
  await advance(world, '2026-03-06T00:00:00Z')
  expect(await sentAt()).toEqual(['2026-03-05T10:00:00.000Z'])
  await pauseFlow(world.scope, flowId)
  await advance(world, '2026-03-12T10:00:00Z')
  await resumeFlow(world.scope, flowId, overdueChoice.parse({ mode: 'skip', laterThan: 'P1D' }))
  await advance(world, '2026-03-17T00:00:00Z')
  expect(await sentAt()).toEqual(['2026-03-05T10:00:00.000Z', '2026-03-16T08:00:00.000Z'])
})

test.each([
  ['once', { at: '2026-03-02T08:00:00Z' }],
  ['every Monday', { rrule: 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0' }],
])(
  'what should go out %s and comes in a pause goes out when a new text ends the pause',
  async (_, config) => {
    await people(2)
    const graph = newsletter(config)
    const flowId = await publish(world, { graph, settings: repeating })
    await pauseFlow(world.scope, flowId)
    await advance(world, '2026-03-02T12:00:00Z')
    await publishAgain(world, flowId, { graph, settings: repeating }, 'finish')
    await advance(world, '2026-03-03T00:00:00Z')
    expect(await sentAt()).toEqual(Array(2).fill('2026-03-02T12:00:00.000Z'))
    await publishAgain(world, flowId, { graph, settings: repeating }, 'finish')
    await advance(world, '2026-03-04T00:00:00Z')
    expect(await sentAt()).toHaveLength(2)
  },
)
