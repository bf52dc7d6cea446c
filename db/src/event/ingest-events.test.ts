import { newId } from '@relance/core/id/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { findContacts } from '../contact/find-contacts'
import { getContact } from '../contact/get-contact'
import { react, type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { dropQueued } from './drop-queued'
import { failQueued } from './fail-queued'
import { ingestBatch } from './ingest-batch'
import { ingestEvents } from './ingest-events'
import { takeQueued } from './take-queued'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const NOW = '2026-03-02T10:00:00Z'
const workspace = () => knowledge.workspace(NOW)

const page = (path: string, who: object, timestamp?: string) => ({
  type: 'page',
  properties: { path },
  ...who,
  ...(timestamp && { timestamp }),
})

async function byExternal(scope: Scope, externalId: string) {
  const { items } = await findContacts(scope, { externalId })
  return items[0] ? getContact(scope, items[0].id) : undefined
}
const rows = (scope: Scope, table: string) =>
  inTransaction(scope, async (tx) =>
    Number((await tx.sql`select count(*) as n from ${tx.sql(table)}`)[0]?.n),
  )

test('a repeated messageId changes nothing, within a batch or later', async () => {
  const scope = await workspace()
  const event = { type: 'track', event: 'Signed Up', userId: 'u1', messageId: 'm1' }
  expect(await ingestBatch(scope, [event, event], { source: 'test' })).toMatchObject({
    taken: 1,
    duplicates: 1,
  })
  expect(await ingestBatch(scope, [event], { source: 'test' })).toMatchObject({
    taken: 0,
    duplicates: 1,
  })
  expect([
    await rows(scope, 'events'),
    await rows(scope, 'event_queue'),
    await rows(scope, 'contacts'),
  ]).toEqual([1, 1, 1])
})

test('what cannot be read is refused with its place, field and code; the rest is taken', async () => {
  const scope = await workspace()
  const result = await ingestBatch(
    scope,
    [
      { type: 'track', userId: 'u1' },
      { type: 'track', event: 'A', userId: 'u1' },
      { type: 'group', userId: 'u1', groupId: 'g' },
      { type: 'page' },
      { type: 'track', event: 'B', userId: 'u1', properties: { big: 'x'.repeat(40_000) } },
      'nonsense',
    ],
    { source: 'test' },
  )
  expect(result.taken).toBe(1)
  expect(result.refusals.map(({ index, code, field }) => [index, code, field])).toEqual([
    [0, 'invalid', 'event'],
    [2, 'invalid', 'type'],
    [3, 'invalid', 'userId'],
    [4, 'too-large', null],
    [5, 'invalid', 'type'],
  ])
})

test('characters that a database cannot hold do not stop a batch', async () => {
  const scope = await workspace()
  const odd = {
    type: 'track',
    event: 'Odd',
    userId: 'u1',
    properties: { a: 'x\u0000y', 'k\u0000': '\ud800' },
  }
  expect(await ingestBatch(scope, [odd], { source: 'test' })).toMatchObject({ taken: 1 })
})

test('three anonymous pages then an identify: one customer with one earlier visit, three pages and their sections', async () => {
  const scope = await workspace()
  const c1 = { anonymousId: 'c1' }
  await tell(
    scope,
    page('/nature/a', c1, '2026-03-01T10:00:00Z'),
    page('/nature/b', c1, '2026-03-01T10:05:00Z'),
    page('/portrait/c', c1, '2026-03-01T10:09:00Z'),
  )
  await tell(scope, {
    type: 'identify',
    userId: 'duchemin',
    anonymousId: 'c1',
    traits: { email: 'D@example.com', firstName: 'Anne' },
  })
  const contact = await byExternal(scope, 'duchemin')
  expect(contact).toMatchObject({
    email: 'D@example.com',
    firstName: 'Anne',
    createdAt: new Date('2026-03-01T10:00:00Z'),
    state: { visitsCount: 1, lastVisitAt: '2026-03-01T10:00:00.000Z' },
    sections: [
      { section: 'nature', pages: 2 },
      { section: 'portrait', pages: 1 },
    ],
  })
  expect((await findContacts(scope, {})).items).toHaveLength(1)
})

test('pages still waiting when the visitor is recognised follow too', async () => {
  const scope = await workspace()
  const c1 = { anonymousId: 'c1' }
  await ingestBatch(
    scope,
    [
      page('/a/1', c1, '2026-03-01T10:00:00Z'),
      { type: 'identify', userId: 'u1', ...c1 },
      page('/b/1', c1),
    ],
    { source: 'test' },
  )
  await react(scope)
  expect((await byExternal(scope, 'u1'))?.state).toMatchObject({ visitsCount: 2, lastSection: 'b' })
  expect(await rows(scope, 'event_queue')).toBe(0)
})

test('a cookie of A used to log in as B never moves the past of A to B', async () => {
  const scope = await workspace()
  const c1 = { anonymousId: 'c1' }
  await tell(scope, page('/nature', c1, '2026-02-01T10:00:00Z'), {
    type: 'identify',
    userId: 'A',
    ...c1,
  })
  await tell(scope, { type: 'identify', userId: 'B', ...c1 }, page('/city', c1))
  expect((await byExternal(scope, 'A'))?.sections.map(({ section }) => section)).toEqual(['nature'])
  expect((await byExternal(scope, 'B'))?.sections.map(({ section }) => section)).toEqual(['city'])
})

test('the past of a cookie goes to who logged in first, though both logins wait together', async () => {
  const scope = await workspace()
  const c1 = { anonymousId: 'c1' }
  await tell(scope, page('/nature', c1, '2026-02-01T10:00:00Z'))
  await tell(
    scope,
    { type: 'identify', userId: 'A', ...c1 },
    { type: 'identify', userId: 'B', ...c1 },
  )
  expect((await byExternal(scope, 'A'))?.state.visitsCount).toBe(1)
  expect((await byExternal(scope, 'B'))?.state.visitsCount).toBe(0)
})

test('an alias joins two userIds: orders and names of the former are the survivor’s', async () => {
  const scope = await workspace()
  const order = {
    type: 'track',
    event: 'Order Completed',
    userId: 'old',
    properties: { order_id: 'o1', revenue: 40 },
  }
  await tell(scope, order, { type: 'identify', userId: 'new', traits: { firstName: 'Anne' } })
  await tell(scope, { type: 'alias', userId: 'new', previousId: 'old' })
  const contact = await byExternal(scope, 'old')
  expect(contact).toMatchObject({
    externalId: 'new',
    state: { ordersCount: 1, revenueCents: 4000 },
  })
})

test('fifty clients speaking of one new visitor at once make one contact', async () => {
  const scope = await workspace()
  const same = Array.from({ length: 50 }, () =>
    ingestBatch(scope, [page('/x', { anonymousId: 'bot' })], { source: 'test' }),
  )
  await Promise.all(same)
  expect([await rows(scope, 'contacts'), await rows(scope, 'events')]).toEqual([1, 50])
})

test('a batch of a hundred is stored in few statements, in its order', async () => {
  const scope = await workspace()
  const batch = Array.from({ length: 100 }, (_, n) => ({
    type: 'track',
    event: `E${n}`,
    userId: `u${n % 7}`,
  }))
  expect(await ingestBatch(scope, batch, { source: 'test' })).toMatchObject({ taken: 100 })
  const names = await inTransaction(
    scope,
    (tx) =>
      tx.sql`select e.name from event_queue q join events e on e.id = q.event_id order by q.seq`,
  )
  expect(names.map(({ name }) => name)).toEqual(batch.map(({ event }) => event))
})

test('a trait that cannot be taken leaves a warning on the event', async () => {
  const scope = await workspace()
  await tell(scope, {
    type: 'identify',
    userId: 'u1',
    traits: { email: 'nope', timezone: 'Mars/Base' },
    timestamp: '1969-01-01T00:00:00Z',
  })
  const [event] = await inTransaction(scope, (tx) => tx.sql`select warnings, at from events`)
  expect(event).toMatchObject({ at: new Date(NOW) })
  expect(event?.warnings.map(({ code }: { code: string }) => code)).toEqual([
    'timestamp-replaced',
    'email-invalid',
    'time-zone-unknown',
  ])
  expect(await byExternal(scope, 'u1')).toMatchObject({ email: null, timeZone: null })
})

test('a signed link ties the cookie to the customer it was sent to: the visit before joins the record', async () => {
  const scope = await workspace()
  await tell(scope, { type: 'identify', userId: 'u1', traits: { email: 'u1@example.com' } })
  const c1 = { anonymousId: 'c1' }
  await tell(
    scope,
    page('/nature/a', c1, '2026-03-01T10:00:00Z'),
    page('/city/b', c1, '2026-03-01T10:05:00Z'),
  )
  const contactId = (await byExternal(scope, 'u1'))?.id ?? ''
  const click = {
    type: 'track' as const,
    name: 'Email Link Clicked',
    messageId: 'click-1',
    userId: null,
    previousId: null,
    properties: {},
    context: {},
    timestamp: null,
    sentAt: null,
  }
  await ingestEvents(scope, [{ ...click, contactId, anonymousId: 'c1' }], { source: 'mail' })
  await react(scope)
  expect(await byExternal(scope, 'u1')).toMatchObject({
    id: contactId,
    state: { visitsCount: 1, lastClickAt: '2026-03-02T10:00:00.000Z' },
    identities: [{ kind: 'external' }, { kind: 'anonymous', value: 'c1' }],
  })
  const unknown = { ...click, messageId: 'click-2', anonymousId: null, contactId: newId() }
  await expect(ingestEvents(scope, [unknown], { source: 'mail' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('an event that fails five times is set aside, and later ones of its contact go on', async () => {
  const scope = await workspace()
  await ingestBatch(
    scope,
    ['A', 'B'].map((event) => ({ type: 'track', event, userId: 'u1' })),
    { source: 'test' },
  )
  await inTransaction(scope, async (tx) => {
    const contactId = (await byExternal(scope, 'u1'))?.id ?? ''
    const waiting = async () => (await takeQueued(tx, contactId)).map(({ name }) => name)
    const [first] = await takeQueued(tx, contactId)
    const aside: boolean[] = []
    for (let n = 0; n < 5; n++) aside.push(await failQueued(tx, first ?? { seq: 0 }, 'boom'))
    expect(aside).toEqual([false, false, false, false, true])
    expect(await waiting()).toEqual(['B'])
    for (const event of await takeQueued(tx, contactId)) await dropQueued(tx, event)
    expect(await waiting()).toEqual([])
  })
})
