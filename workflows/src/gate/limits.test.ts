import type { FlowSettings } from '@relance/core/graph/settings'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, limit, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
})
afterEach(() => world.close())

/** A scenario that an event starts, with one mail. */
const oneMail = (event: string, settings: Partial<FlowSettings> = {}, config = {}) =>
  publish(world, {
    settings: { reentry: { mode: 'per-key', atOnceAfter: [] }, ...settings },
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event } },
        {
          ...{ id: event.toLowerCase(), type: 'send-email', version: 1 },
          config: { template: world.templateId, ...config },
        },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: event.toLowerCase() },
        { from: event.toLowerCase(), exit: 'sent', to: 'end' },
      ],
    },
  })

interface Told {
  nodeId: string
  state: string
  reason: string | null
  heldBy: string | null
  retryAt: string | null
  sentAt: string | null
  gate: string[]
}

/** Every message with what the gate said of it, one word a look. */
const told = () =>
  inTransaction(
    world.scope,
    async ({ sql, workspaceId }) => sql<Told[]>`
      select node_id as "nodeId", state, reason, held_by as "heldBy", to_json(retry_at) #>> '{}' as "retryAt",
        to_char(sent_at at time zone 'UTC', 'MM-DD"T"HH24:MI:SS') as "sentAt",
        (select array_agg(concat_ws(' ', look ->> 'when', look ->> 'outcome', look ->> 'reason') order by n)
          from jsonb_array_elements(gate) with ordinality as g(look, n)) as gate
      from messages where workspace_id = ${workspaceId} order by queued_at, id`,
  )

const pass = ['deciding pass', 'sending pass']

test('of five mails due in a week three go; two wait for room, the scenario of higher priority first', async () => {
  await limit(world)
  await Promise.all([
    ...['A', 'B', 'C'].map((event) => oneMail(event)),
    oneMail('D', { priority: 1 }),
    oneMail('E', { priority: 9 }),
  ])
  await send(world, identify('c-1'))
  for (const [event, at] of [
    ['A', '2026-03-02T11:00:00Z'],
    ['B', '2026-03-03T11:00:00Z'],
    ['C', '2026-03-04T11:00:00Z'],
    ['D', '2026-03-05T11:00:00Z'],
    ['E', '2026-03-06T11:00:00Z'],
  ] as const) {
    await advance(world, at)
    await send(world, track('c-1', event))
  }
  await advance(world, '2026-03-08T10:00:00Z')
  expect(await told()).toMatchObject([
    { nodeId: 'a', state: 'sent', sentAt: '03-02T11:00:00', gate: pass },
    { nodeId: 'b', state: 'sent', sentAt: '03-03T11:00:00', gate: pass },
    { nodeId: 'c', state: 'sent', sentAt: '03-04T11:00:00', gate: pass },
    { nodeId: 'd', state: 'queued', heldBy: 'cap', gate: ['deciding hold cap'] },
    { nodeId: 'e', state: 'queued', heldBy: 'cap', gate: ['deciding hold cap'] },
  ])
  await advance(world, '2026-03-20T10:00:00Z')
  const [, , , d, e] = await told()
  expect(e).toMatchObject({ state: 'sent', sentAt: '03-09T11:00:00' })
  expect(e?.gate).toEqual(['deciding hold cap', 'deciding pass', 'sending pass'])
  expect(d).toMatchObject({ state: 'sent', sentAt: '03-10T11:00:00', heldBy: null })
  expect(d?.gate.at(-1)).toBe('sending pass')
  expect(world.sink.taken).toHaveLength(5)
})

test('five mails due in the same instant go by priority, at most three of them', async () => {
  await limit(world)
  await Promise.all(
    ['low', 'mid', 'top', 'last', 'high'].map((name, i) =>
      publish(world, {
        settings: { priority: [1, 3, 5, 0, 4][i] },
        graph: {
          nodes: [
            { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
            {
              id: 'day',
              type: 'wait-duration',
              version: 1,
              config: { for: 'PT24H', since: 'here' },
            },
            { id: name, type: 'send-email', version: 1, config: { template: world.templateId } },
            { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
          ],
          edges: [
            { from: 'start', exit: 'entered', to: 'day' },
            { from: 'day', exit: 'done', to: name },
            { from: name, exit: 'sent', to: 'end' },
          ],
        },
      }),
    ),
  )
  await send(world, identify('c-1'), track('c-1', 'Signed Up'))
  await advance(world, '2026-03-04T10:00:00Z')
  const states = Object.fromEntries((await told()).map(({ nodeId, state }) => [nodeId, state]))
  expect(states).toEqual({ top: 'sent', high: 'sent', mid: 'sent', low: 'queued', last: 'queued' })
  await advance(world, '2026-03-20T10:00:00Z')
  expect((await told()).every(({ state }) => state === 'sent')).toBe(true)
})

test('a service mail passes at full pressure and takes nobody’s place', async () => {
  await limit(world, { emailMost: 1 })
  await Promise.all([
    oneMail('A'),
    oneMail('B', { typology: 'service' }),
    oneMail('C', {}, { typology: 'service' }),
  ])
  await send(world, identify('c-1'), track('c-1', 'B'), track('c-1', 'A'), track('c-1', 'C'))
  await advance(world, '2026-03-02T10:01:00Z')
  expect((await told()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
})

test('a mail that may not go now is passed, or ends the run, where the step says so', async () => {
  await limit(world, { emailMost: 1 })
  await Promise.all([
    oneMail('A'),
    oneMail('B', {}, { whenHeld: 'skip' }),
    oneMail('C', {}, { whenHeld: 'leave' }),
  ])
  await send(world, identify('c-1'), track('c-1', 'A'))
  await advance(world, '2026-03-02T10:01:00Z')
  await send(world, track('c-1', 'B'), track('c-1', 'C'))
  await advance(world, '2026-03-02T10:02:00Z')
  expect(await told()).toMatchObject([
    { nodeId: 'a', state: 'sent' },
    { nodeId: 'b', state: 'refused', reason: 'cap' },
    { nodeId: 'c', state: 'refused', reason: 'cap' },
  ])
  expect(await runs(world)).toMatchObject([
    { endReason: 'end', endDetail: 'done' },
    { endReason: 'end', endDetail: 'done' },
    { endReason: 'end', endDetail: 'cap' },
  ])
})

test('a prospecting mail is refused to whoever has ordered', async () => {
  await oneMail('A', { typology: 'prospecting' })
  const people = Array.from({ length: 10 }, (_, i) => `p-${i}`)
  await send(world, ...people.map((person) => identify(person)))
  await send(
    world,
    ...people
      .slice(0, 3)
      .map((person) => track(person, 'Order Completed', { order_id: person, revenue: 10 })),
  )
  await send(world, ...people.map((person) => track(person, 'A')))
  await advance(world, '2026-03-02T10:01:00Z')
  const states = (await told()).map(({ state, reason }) => reason ?? state).sort()
  expect(states).toEqual([...Array(3).fill('already-customer'), ...Array(7).fill('sent')])
})

test('in quiet hours a mail waits for the morning of whoever it is for, and stops waiting for an order', async () => {
  await limit(world, { quietHours: { from: '20:00', to: '08:00' } })
  await oneMail('A', { goal: { event: 'Order Completed' } })
  await oneMail('B', { typology: 'service' })
  await send(
    world,
    identify('paris'),
    identify('sydney', { timezone: 'Australia/Sydney' }),
    identify('buyer'),
  )
  await advance(world, '2026-03-02T20:00:00Z')
  await send(
    world,
    ...['paris', 'sydney', 'buyer'].map((person) => track(person, 'A')),
    track('paris', 'B'),
  )
  await advance(world, '2026-03-02T20:30:00Z')
  expect((await told()).map(({ nodeId, state, heldBy }) => [nodeId, heldBy ?? state])).toEqual([
    ['a', 'quiet-hours'],
    ['a', 'quiet-hours'],
    ['a', 'quiet-hours'],
    ['b', 'sent'],
  ])
  await send(world, track('buyer', 'Order Completed', { order_id: 'o-1', revenue: 10 }))
  await advance(world, '2026-03-03T12:00:00Z')
  expect((await told()).map(({ sentAt, reason }) => reason ?? sentAt)).toEqual([
    '03-03T07:00:00',
    '03-02T21:00:00',
    'ended',
    '03-02T20:00:00',
  ])
})

test('mails of one step after another count before they are sent', async () => {
  await limit(world, { emailMost: 2 })
  const ids = ['m-1', 'm-2', 'm-3']
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'A' } },
        ...ids.map((id) => ({
          ...{ id, type: 'send-email', version: 1, config: { template: world.templateId } },
        })),
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: ['start', ...ids].map((from, i) => ({
        ...{ from, exit: i === 0 ? 'entered' : 'sent', to: ids[i] ?? 'end' },
      })),
    },
  })
  await send(world, identify('c-1'), track('c-1', 'A'))
  await advance(world, '2026-03-02T10:01:00Z')
  expect((await told()).map(({ heldBy, state }) => heldBy ?? state)).toEqual([
    'sent',
    'sent',
    'cap',
  ])
  await advance(world, '2026-03-12T10:00:00Z')
  expect((await told())[2]).toMatchObject({ state: 'sent', sentAt: '03-09T10:00:00' })
})

test('when limits change, what is held is asked about again at once', async () => {
  await limit(world, { emailMost: 1 })
  await Promise.all([oneMail('A'), oneMail('B')])
  await send(world, identify('c-1'), track('c-1', 'A'), track('c-1', 'B'))
  await advance(world, '2026-03-02T10:01:00Z')
  expect((await told()).map(({ state }) => state).sort()).toEqual(['queued', 'sent'])
  await limit(world, { emailMost: 2 })
  await advance(world, '2026-03-02T10:02:00Z')
  expect((await told()).map(({ state }) => state)).toEqual(['sent', 'sent'])
})
