import { newId } from '@relance/core/id/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { findContacts } from './find-contacts'
import { getContact } from './get-contact'
import { mergeContacts } from './merge-contacts'
import { upsertContact } from './upsert-contact'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const now = new Date('2026-03-02T10:00:00Z')
const workspace = () => knowledge.workspace(now.toISOString())

async function contact(scope: Scope, externalId: string): Promise<string> {
  const { items } = await findContacts(scope, { externalId })
  return items[0]?.id ?? (await upsertContact(scope, { externalId })).id
}

/** A live or ended run of a flow made for the test, with one queued message. */
async function enrol(
  scope: Scope,
  contactId: string,
  entryKey: string,
  enteredAt: string,
  over: { listens?: string[]; ended?: boolean } = {},
) {
  const id = newId()
  const flowId = '01980000-0000-7000-8000-00000000000f'
  await inTransaction(scope, async ({ sql, workspaceId }) => {
    await sql`insert into flows (workspace_id, id, name, graph, settings) values (${workspaceId}, ${flowId}, 'F', '{}', '{}') on conflict do nothing`
    await sql`insert into flow_versions (workspace_id, flow_id, version, plan, graph, positions, settings, published_at)
      values (${workspaceId}, ${flowId}, 1, '{}', '{}', '{}', '{}', ${now}) on conflict do nothing`
    await sql`insert into enrolments (workspace_id, id, flow_id, version, contact_id, entry_key, seed, state, node_id, anchor_at, entered_at,
        entered_node_at, listens, ended_at, end_reason)
      values (${workspaceId}, ${id}, ${flowId}, 1, ${contactId}, ${entryKey}, 's', ${over.ended ? 'ended' : 'waiting'}, 'n', ${enteredAt}, ${enteredAt},
        ${enteredAt}, ${over.listens ?? []}, ${over.ended ? now : null}, ${over.ended ? 'end' : null})`
    await sql`insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel, template_id,
        template_version, locale, state, send_at, expires_at, queued_at)
      values (${workspaceId}, ${newId()}, ${`${id}:n:1`}, ${id}, ${flowId}, 1, 'n', 1, ${contactId}, 'email', ${newId()}, 1, 'en', 'queued', ${now}, ${now}, ${now})`
  })
  return id
}

const merge = (scope: Scope, fromId: string, intoId: string) =>
  inTransaction(scope, (tx) => mergeContacts(tx, { fromId, intoId, now }))

test('of two live runs with one key the earlier goes on; the other ends as merged, its message refused', async () => {
  const scope = await workspace()
  const [from, into] = [await contact(scope, 'old'), await contact(scope, 'new')]
  const earlier = await enrol(scope, from, '', '2026-03-01T08:00:00Z')
  const later = await enrol(scope, into, '', '2026-03-01T09:00:00Z', { listens: ['page'] })
  await merge(scope, from, into)
  const runs = await inTransaction(
    scope,
    ({ sql }) => sql`
    select e.id, e.contact_id, e.state, e.end_reason, m.state as message, m.reason from enrolments e join messages m on m.enrolment_id = e.id order by e.entered_at`,
  )
  expect(runs).toMatchObject([
    { id: earlier, contact_id: into, state: 'waiting', message: 'queued' },
    {
      id: later,
      contact_id: into,
      state: 'ended',
      end_reason: 'merged',
      message: 'refused',
      reason: 'ended',
    },
  ])
  const [left] = await inTransaction(
    scope,
    ({ sql }) => sql`
      select e.listens, e.node_listens, t.kind, t.code, t.contact_id, t.node_id from enrolments e
      join trace t on t.enrolment_id = e.id where e.id = ${later}`,
  )
  expect(left).toMatchObject({ kind: 'ended', code: 'merged', contact_id: into, node_id: 'n' })
  expect([left?.listens, left?.node_listens]).toEqual([[], []])
})

test('ended runs with one key both stay with the survivor', async () => {
  const scope = await workspace()
  const [from, into] = [await contact(scope, 'old'), await contact(scope, 'new')]
  await enrol(scope, from, '', '2026-03-01T08:00:00Z', { ended: true })
  await enrol(scope, into, '', '2026-03-01T09:00:00Z', { ended: true })
  await enrol(scope, from, 'k', '2026-03-01T08:00:00Z')
  await enrol(scope, into, 'k', '2026-03-01T09:00:00Z', { ended: true })
  await merge(scope, from, into)
  const runs = await inTransaction(
    scope,
    ({ sql }) => sql`select entry_key, state from enrolments where contact_id = ${into}`,
  )
  expect(runs).toHaveLength(4)
  expect(runs.find(({ entry_key }) => entry_key === 'k')?.state).toBe('waiting')
})

test('what the one did while the other’s run listened for it is laid into that run’s inbox', async () => {
  const scope = await workspace()
  const order = {
    type: 'track',
    event: 'Order Completed',
    anonymousId: 'c1',
    properties: { order_id: 'o1', revenue: 10 },
    timestamp: '2026-03-01T10:00:00Z',
  }
  await tell(scope, order)
  const known = await contact(scope, 'u1')
  const run = await enrol(scope, known, '', '2026-03-01T09:00:00Z', {
    listens: ['Order Completed'],
  })
  const keys = await tell(scope, { type: 'identify', userId: 'u1', anonymousId: 'c1' })
  const inbox = await inTransaction(
    scope,
    ({ sql }) =>
      sql`select enrolment_id, key, properties ->> 'order_id' as order_id from enrolment_inbox`,
  )
  expect(inbox).toMatchObject([{ enrolment_id: run, key: 'Order Completed', order_id: 'o1' }])
  expect(keys.get('identify')).toEqual(
    expect.arrayContaining(['field:ordersCount', 'field:lastOrderAt']),
  )
})

test('of consents the latest choice stands, a refusal on a tie; gaps of the profile are filled', async () => {
  const scope = await workspace()
  const at = '2026-03-01T08:00:00Z'
  await tell(scope, {
    type: 'identify',
    anonymousId: 'c1',
    traits: { phone: '+33600000000', firstName: 'Ann', consent: { email: false, sms: true } },
    timestamp: at,
  })
  await tell(scope, {
    type: 'identify',
    userId: 'u1',
    traits: { firstName: 'Anne', consent: { email: true, sms: false } },
    timestamp: at,
  })
  await tell(scope, { type: 'identify', userId: 'u1', anonymousId: 'c1' })
  expect(await getContact(scope, await contact(scope, 'u1'))).toMatchObject({
    firstName: 'Anne',
    phone: '+33600000000',
    consents: { email: { state: 'refused' }, sms: { state: 'refused' } },
    identities: [
      { kind: 'external', value: 'u1' },
      { kind: 'anonymous', value: 'c1' },
    ],
  })
})

test('overlapping visits of two devices become one; open carts of one id are put together', async () => {
  const scope = await workspace()
  const page = (who: object, timestamp: string) => ({
    type: 'page',
    properties: { path: '/nature' },
    timestamp,
    ...who,
  })
  const added = (who: object, product_id: string) => ({
    type: 'track',
    event: 'Product Added',
    properties: { product_id, price: 10 },
    timestamp: '2026-03-01T10:00:00Z',
    ...who,
  })
  const [known, device] = [{ userId: 'u1' }, { anonymousId: 'c1' }]
  await tell(
    scope,
    page(known, '2026-03-01T10:00:00Z'),
    page(device, '2026-03-01T10:20:00Z'),
    added(known, 'a'),
    added(device, 'b'),
  )
  await tell(scope, { type: 'identify', userId: 'u1', anonymousId: 'c1' })
  expect(await getContact(scope, await contact(scope, 'u1'))).toMatchObject({
    state: { visitsCount: 1 },
    sections: [{ section: 'nature', pages: 2 }],
    carts: [
      {
        id: 'default',
        state: 'open',
        valueCents: 2000,
        lines: [{ productId: 'a' }, { productId: 'b' }],
      },
    ],
  })
})

test('whoever was joined before follows: merged_into always points at the last one', async () => {
  const scope = await workspace()
  const [a, b, c] = [
    await contact(scope, 'a'),
    await contact(scope, 'b'),
    await contact(scope, 'c'),
  ]
  await merge(scope, a, b)
  await merge(scope, b, c)
  expect((await getContact(scope, a)).id).toBe(c)
})
