import { inTransaction } from '@relance/db/connection/in-transaction'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, page, track } from '../testing/incoming'
import {
  advance,
  limit,
  messages,
  publish,
  runs,
  send,
  startWorld,
  type World,
} from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-01-01T10:00:00Z')
  await limit(world)
  await publish(world, {
    settings: { reentry: { mode: 'per-key', atOnceAfter: [] } },
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'News' } },
        {
          ...{ id: 'mail', type: 'send-email', version: 1 },
          config: { template: world.templateId, whenHeld: 'skip' },
        },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  await send(world, identify('c-1'))
})
afterEach(() => world.close())

/** How many of four mails at once reach them at an instant; the others' reasons. */
async function fourMailsAt(at: string) {
  const before = (await messages(world)).length
  await advance(world, at)
  await send(world, ...Array.from({ length: 4 }, () => track('c-1', 'News')))
  await advance(world, new Date(Date.parse(at) + 60_000).toISOString())
  return (await messages(world)).slice(before).map(({ state, reason }) => reason ?? state)
}

test('silence lowers what somebody gets from three a week to two, one and none; a visit gives it all back', async () => {
  expect(await fourMailsAt('2026-01-10T10:00:00Z')).toEqual(['sent', 'sent', 'sent', 'cap'])
  expect(await fourMailsAt('2026-06-29T10:00:00Z')).toEqual(['sent', 'sent', 'sent', 'cap'])
  expect(await fourMailsAt('2026-07-10T10:00:00Z')).toEqual(['sent', 'sent', 'cap', 'cap'])
  expect(await fourMailsAt('2026-09-29T10:00:00Z')).toEqual(['sent', 'cap', 'cap', 'cap'])
  expect(await fourMailsAt('2027-01-01T10:00:00Z')).toEqual(Array(4).fill('sunset'))
  // The scenario itself goes on: only its mails are withheld.
  expect((await runs(world)).every(({ endDetail }) => endDetail === 'done')).toBe(true)
  await send(world, page('c-1'))
  expect(await fourMailsAt('2027-01-02T10:00:00Z')).toEqual(['sent', 'sent', 'sent', 'cap'])
})

test('whoever is held at a lowered limit has the mail at once when they come back', async () => {
  await publish(world, {
    settings: { reentry: { mode: 'per-key', atOnceAfter: [] } },
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Tip' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  await advance(world, '2026-07-10T10:00:00Z')
  await send(world, track('c-1', 'Tip'), track('c-1', 'Tip'), track('c-1', 'Tip'))
  await advance(world, '2026-07-11T10:00:00Z')
  expect((await messages(world)).map(({ state }) => state)).toEqual(['sent', 'sent', 'queued'])
  await send(world, page('c-1'))
  await advance(world, '2026-07-11T10:00:01Z')
  expect((await messages(world))[2]).toMatchObject({ sentAt: new Date('2026-07-11T10:00:00Z') })
})

test('an open is no reaction, a click is', async () => {
  await advance(world, '2026-12-31T10:00:00Z')
  await send(world, track('c-1', 'Email Opened', { message_id: 'x' }))
  expect(await fourMailsAt('2027-01-01T10:00:00Z')).toEqual(Array(4).fill('sunset'))
  await send(world, track('c-1', 'Email Link Clicked', { message_id: 'x' }))
  expect(await fourMailsAt('2027-01-03T10:00:00Z')).toEqual(['sent', 'sent', 'sent', 'cap'])
})

test('whoever answers 1 of 5 gets half from the same minute on, until they come back', async () => {
  await send(world, track('c-1', 'Survey Answered', { survey: 'csat', score: 1 }))
  expect(await fourMailsAt('2026-01-01T10:01:00Z')).toEqual(['sent', 'sent', 'cap', 'cap'])
  await send(world, track('c-1', 'Order Completed', { order_id: 'o-1', revenue: 10 }))
  expect(await fourMailsAt('2026-01-10T10:00:00Z')).toEqual(['sent', 'sent', 'sent', 'cap'])
  await send(world, track('c-1', 'Survey Answered', { survey: 'csat', score: 5 }))
  expect(await fourMailsAt('2026-01-20T10:00:00Z')).toEqual(['sent', 'sent', 'sent', 'cap'])
})

test('whoever an import brings with a last order of years ago is not silent to us yet', async () => {
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql`
      update contact_state set created_at = '2020-01-01', last_order_at = '2021-01-01'
      where workspace_id = ${workspaceId}`,
  )
  expect(await fourMailsAt('2026-01-10T10:00:00Z')).toEqual(['sent', 'sent', 'sent', 'cap'])
})
