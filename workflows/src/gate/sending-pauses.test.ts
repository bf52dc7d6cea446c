import { answer } from '@relance/channels/testing/smtp-sink'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { RETURNED_MAIL } from '@relance/db/event/apply-returned'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { liftPause, listPauses } from '@relance/db/sending-limit/pauses'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import { afterEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, send, startWorld, type World } from '../testing/world'

let world: World
afterEach(() => world.close())

const oneMail = (event: string, config = {}) =>
  publish(world, {
    settings: { reentry: { mode: 'per-key', atOnceAfter: [] } },
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

const told = async () =>
  (await messages(world)).map(({ nodeId, state, reason }) => `${nodeId} ${reason ?? state}`)
const pauses = () => inTransaction(world.scope, listPauses)

/** As many messages that were delivered, written down as such. */
const deliver = (count: number) =>
  inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql`
      insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
        template_id, template_version, locale, state, send_at, expires_at, queued_at, sent_at)
      select workspace_id, gen_random_uuid(), concat('past:', id, n), enrolment_id, flow_id, version, node_id, 1, contact_id,
        channel, template_id, template_version, locale, 'sent', send_at, expires_at, queued_at, sent_at
      from messages, generate_series(1, ${count}::int) n
      where workspace_id = ${workspaceId} and node_id = 'seed'`,
  )

/** Somebody calls the mail spam, as a provider’s report says. */
const complain = (customer: string, source = RETURNED_MAIL) =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => {
    const [message] = await sql<{ id: string; contactId: string }[]>`
      select m.id, m.contact_id as "contactId" from messages m
      join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
      where m.workspace_id = ${workspaceId} and c.external_id = ${customer} limit 1`
    const properties = { message_id: message?.id }
    return { ...track(customer, 'Email Marked as Spam', properties), messageId: newId() }
  }).then((event) => ingestEvents(world.scope, [event], { source }))

test('three complaints of 1,000 delivered pause marketing, service mails go on, and lifting it begins anew', async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  await Promise.all([
    ...['Seed', 'News'].map((event) => oneMail(event)),
    oneMail('Order', { typology: 'service' }),
  ])
  const angry = ['a-1', 'a-2', 'a-3']
  const people = [...angry, 'ada']
  await send(world, ...people.flatMap((who) => [identify(who), track(who, 'Seed')]))
  await advance(world, '2026-03-02T10:01:00Z')
  await deliver(249)
  await complain('a-1')
  await complain('ada', 'http')
  await advance(world, '2026-03-02T10:02:00Z')
  expect(await listTroubles(world.scope)).toMatchObject([
    { queue: 'complaints', error: '1 / 1000' },
  ])
  await complain('a-2')
  await advance(world, '2026-03-02T10:03:00Z')
  expect(await pauses()).toEqual([])
  await complain('a-3')
  await advance(world, '2026-03-02T10:04:00Z')
  expect(await pauses()).toMatchObject([
    { kind: 'marketing', facts: { complaints: 3, delivered: 1000 }, until: null },
  ])
  await send(world, identify('bob'), track('bob', 'News'), track('bob', 'Order'))
  await advance(world, '2026-03-05T10:05:00Z')
  expect((await told()).slice(-2).sort()).toEqual(['news complaints', 'order sent'])
  await liftPause(world.scope, { kind: 'marketing', subject: '' })
  await advance(world, '2026-03-05T10:06:00Z')
  expect((await told()).slice(-2).sort()).toEqual(['news sent', 'order sent'])
  expect(await pauses()).toEqual([])
})

test('550 5.7.1 pauses that domain for four hours and no other, suppresses nobody, and service mails go on', async () => {
  let isBlocked = true
  world = await startWorld('2026-03-02T10:00:00Z', {
    onRcptTo: ({ address }, _session, done) =>
      done(isBlocked && /first@big/.test(address) ? answer(550, '5.7.1 Blocked') : null),
  })
  await oneMail('A')
  await oneMail('S', { typology: 'service' })
  const at = (who: string, domain: string) => identify(who, { email: `${who}@${domain}` })
  await send(world, at('first', 'Big.example'), track('first', 'A'))
  await advance(world, '2026-03-02T10:01:00Z')
  await send(world, at('second', 'big.example'), at('other', 'small.example'))
  await send(world, track('second', 'A'), track('other', 'A'))
  await advance(world, '2026-03-02T10:02:00Z')
  await send(world, track('second', 'S'))
  await advance(world, '2026-03-02T11:00:00Z')
  expect((await told()).sort()).toEqual(['a blocked', 'a bounced-blocked', 'a sent', 's sent'])
  expect(await pauses()).toMatchObject([
    { kind: 'domain', subject: 'big.example', facts: { code: '5.7.1' } },
  ])
  isBlocked = false
  await advance(world, '2026-03-02T14:01:00Z')
  expect((await told()).sort()).toEqual(['a bounced-blocked', 'a sent', 'a sent', 's sent'])
  await send(world, track('first', 'A'))
  await advance(world, '2026-03-02T14:02:00Z')
  expect((await told()).at(-1)).toBe('a sent')
})
