import { PREFERENCES_CHANGED, type PreferencesChange } from '@relance/core/preference/preferences'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  await publish(world, {
    settings: { topic: 'offers' },
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P7D', since: 'here' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'day' },
        { from: 'day', exit: 'done', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  await send(world, identify('c-1'), track('c-1', 'Signed Up'))
  await advance(world, '2026-03-05T10:00:00Z')
})
afterEach(() => world.close())

const nothing: PreferencesChange = {
  ...{ wantsLess: false, pausedUntil: null, topicsOff: [], channels: {} },
}

/** As their page tells it. */
const choose = (change: Partial<PreferencesChange>, source = 'tracking') =>
  ingestEvents(
    world.scope,
    [{ ...track('c-1', PREFERENCES_CHANGED), properties: { ...nothing, ...change } }],
    { source },
  )

test('a refused channel ends every run that uses it, of whichever scenario, in the same second', async () => {
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Looked' } },
        { id: 'week', type: 'wait-duration', version: 1, config: { for: 'P7D', since: 'here' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'week' },
        { from: 'week', exit: 'done', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  await send(world, track('c-1', 'Looked'))
  await advance(world, '2026-03-05T10:00:00.500Z')
  await choose({ channels: { email: false } })
  await advance(world, '2026-03-05T10:00:01Z')
  const gone = { state: 'ended', endReason: 'unreachable', endDetail: 'unsubscribed' }
  expect(await runs(world)).toMatchObject([gone, gone])
  expect(world.sink.taken).toHaveLength(0)
})

test('in a pause a mail waits for its end; whoever ends it early has it at once', async () => {
  await choose({ pausedUntil: '2026-04-04T10:00:00.000Z' })
  await advance(world, '2026-03-20T10:00:00Z')
  expect(await messages(world)).toMatchObject([{ state: 'queued', reason: 'on-pause' }])
  await choose({})
  await advance(world, '2026-03-20T10:00:01Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-20T10:00:00Z') },
  ])
})

test('a pause that runs out lets the mail go at its end', async () => {
  await choose({ pausedUntil: '2026-04-04T10:00:00.000Z' })
  await advance(world, '2026-05-01T10:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-04-04T10:00:00Z') },
  ])
})

test('nothing is sent about a topic that was turned off, and the run goes on', async () => {
  await choose({ topicsOff: ['offers'] })
  await advance(world, '2026-03-20T10:00:00Z')
  expect(await messages(world)).toMatchObject([{ state: 'refused', reason: 'not-wanted' }])
  expect(await runs(world)).toMatchObject([{ endReason: 'end', endDetail: 'done' }])
})

test('a client’s own event of that name speaks for nobody', async () => {
  await choose({ channels: { email: false }, topicsOff: ['offers'] }, 'http')
  await advance(world, '2026-03-20T10:00:00Z')
  expect(await messages(world)).toMatchObject([{ state: 'sent' }])
})
