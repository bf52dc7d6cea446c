import { readFile } from 'node:fs/promises'
import { newId } from '@relance/core/id/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { findContacts } from '../contact/find-contacts'
import { getContact } from '../contact/get-contact'
import { suppress } from '../contact/suppress'
import { countMatching } from '../rule/select-matching'
import { CDNOW_FILE } from '../sample/seed-demo'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { heartbeat } from '../worker/heartbeat'
import { createImport, type NewImport } from './create-import'
import { getImport } from './get-import'
import { runImport } from './read-import'
import { takeImport } from './take-import'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

/** Claims an import for a worker and reads it. */
async function read(scope: Scope, importId: string, workerId = newId()) {
  expect(await inTransaction(scope, (tx) => takeImport(tx, workerId))).toBe(importId)
  await runImport(scope, importId, workerId)
}

async function importText(scope: Scope, text: string | Uint8Array, what: Partial<NewImport>) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const { id } = await createImport(scope, { kind: 'contacts', ...what, bytes })
  await read(scope, id)
  return getImport(scope, id)
}
const contactOf = async (scope: Scope, externalId: string) => {
  const { items } = await findContacts(scope, { externalId })
  return getContact(scope, items[0]?.id ?? '')
}

test('a French spreadsheet of contacts: semicolons, Windows letters, headers recognised, other columns as traits', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  const text =
    'N° client;Prénom;E-mail;Consentement;Date de création;Boutique\r\n7;Hélène;helene@example.com;oui;02/01/2025;Sèvres\r\n8;;pas une adresse;;;\r\n;Luc;luc@example.com;non;;\r\n9;Zoé;;peut-être;;\r\n;;;;;Lille\r\n'
  const done = await importText(scope, Buffer.from(text, 'latin1'), {})
  expect(done).toMatchObject({ state: 'done', read: 5, taken: 2, refused: 3 })
  expect(done.refusals).toMatchObject([
    {
      row: 2,
      column: 'E-mail',
      code: 'invalid-email',
      message: '“pas une adresse” is no email address.',
    },
    { row: 4, column: 'Consentement', code: 'invalid-consent' },
    { row: 5, column: null, code: 'missing-person' },
  ])
  expect(await contactOf(scope, '7')).toMatchObject({
    firstName: 'Hélène',
    email: 'helene@example.com',
    createdAt: new Date('2025-01-01T23:00:00Z'),
    consents: { email: { state: 'given', source: 'import' } },
    traits: { Boutique: 'Sèvres' },
  })
})

test('an address that came back for good stays out when a file brings it again, also for somebody new', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  await importText(scope, 'external_id,email,consent\n1,gone@example.com,yes\n', {})
  const bounce = { channel: 'email', address: 'gone@example.com', reason: 'hard-bounce' } as const
  await inTransaction(scope, (tx) =>
    suppress(tx, { ...bounce, now: new Date('2026-03-02T09:00:00Z') }),
  )
  await importText(
    scope,
    'external_id,email,consent\n1,gone@example.com,yes\n2,Gone@Example.com,yes\n',
    {},
  )
  for (const who of ['1', '2'])
    expect((await contactOf(scope, who)).suppressed).toMatchObject([{ reason: 'hard-bounce' }])
})

test('importing contacts again completes them, and brings back no one who unsubscribed here', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  const mapping = { externalId: 'ref', email: 'mail', 'consent.email': 'ok', 'traits.shop': 'shop' }
  await importText(scope, 'ref,mail,ok,shop\na,a@example.com,1,Paris\n', { mapping })
  const { id } = await contactOf(scope, 'a')
  await inTransaction(
    scope,
    (tx) =>
      tx.sql`update consents set state = 'refused', source = 'unsubscribe' where contact_id = ${id}`,
  )
  await importText(scope, 'ref,mail,ok,shop\na,,1,Lyon\n', { mapping })
  expect(await contactOf(scope, 'a')).toMatchObject({
    email: 'a@example.com',
    traits: { shop: 'Lyon' },
    consents: { email: { state: 'refused' } },
  })
  expect((await findContacts(scope, {})).items).toHaveLength(1)
})

test('orders: lines of one order are one order, with its event; they count, and nothing is queued', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  const text =
    'order_id,customer_id,date,total,product_id,quantity,price\no1,u1,2026-01-05,60,p1,2,20\no1,u1,2026-01-05,60,p2,1,20\no2,u1,2026-01-15,"1 234,50",,,\no3,u1,2027-01-01,5,,,\no4,u1,someday,5,,,\no5,u1,2026-01-20,much,,,\n'
  const done = await importText(scope, text, { kind: 'orders' })
  expect(done).toMatchObject({ state: 'done', read: 6, taken: 3, refused: 3 })
  expect(done.refusals.map(({ row, column, code }) => [row, column, code])).toEqual([
    [4, 'date', 'future-date'],
    [5, 'date', 'invalid-date'],
    [6, 'total', 'invalid-number'],
  ])
  expect((await contactOf(scope, 'u1')).state).toMatchObject({
    ordersCount: 2,
    revenueCents: 129_450,
    usualOrderGapDays: 10,
  })
  const [counts] = await inTransaction(
    scope,
    (tx) => tx.sql`
    select (select count(*) from events where name = 'Order Completed') as events, (select count(*) from event_queue) as queued,
      (select count(*) from order_lines) as lines`,
  )
  expect(counts).toMatchObject({ events: 2, queued: 0, lines: 2 })
  expect(await importText(scope, text, { kind: 'orders' })).toMatchObject({ taken: 0, refused: 6 })
})

test('a file without the needed columns fails with what is missing', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  expect(await importText(scope, 'a,b\n1,2\n', { kind: 'products' })).toMatchObject({
    state: 'failed',
    error: 'The file lacks a column for: productId, title.',
  })
  expect(await importText(scope, '', {})).toMatchObject({
    state: 'failed',
    error: 'The file is empty.',
  })
})

const contactRows = (count: number) => {
  const rows = Array.from({ length: count }, (_, n) => `u${n},u${n}@example.com`)
  return Buffer.from(['externalId,email', ...rows].join('\n'))
}

test('an import that was stopped goes on where it was', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  const { id } = await createImport(scope, { kind: 'contacts', bytes: contactRows(2500) })
  await inTransaction(
    scope,
    (tx) => tx.sql`update imports set state = 'reading', read = 1000 where id = ${id}`,
  )
  await read(scope, id)
  expect(await getImport(scope, id)).toMatchObject({
    state: 'done',
    read: 2500,
    taken: 1500,
    refused: 0,
  })
})

test('while the worker that reads an import lives no other gets it; once that is silent one goes on, and it stops', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  const { id } = await createImport(scope, { kind: 'contacts', bytes: contactRows(1500) })
  const [first, second] = [newId(), newId()]
  await heartbeat(scope.sql, first)
  const claim = (worker: string) => inTransaction(scope, (tx) => takeImport(tx, worker))
  expect(await claim(first)).toBe(id)
  expect(await claim(second)).toBeUndefined()
  expect(await claim(first)).toBe(id)
  await scope.sql`update workers set beat_at = beat_at - interval '16 seconds' where id = ${first}`
  expect(await claim(second)).toBe(id)
  await runImport(scope, id, first)
  expect(await getImport(scope, id)).toMatchObject({ state: 'reading', read: 0 })
  await runImport(scope, id, second)
  expect(await getImport(scope, id)).toMatchObject({ state: 'done', read: 1500, taken: 1500 })
})

test('CDNOW: 67,591 orders of 23,570 customers; 20,288 have not ordered for 90 days on 1998-07-01', async () => {
  const scope = await knowledge.workspace('1998-07-01T00:00:00Z')
  const done = await importText(scope, await readFile(CDNOW_FILE), { kind: 'cdnow' })
  expect(done).toMatchObject({ state: 'done', read: 69_659, taken: 69_659, refused: 0 })
  const moment = { now: new Date('1998-07-01T00:00:00Z'), timeZone: 'Europe/Paris' }
  await inTransaction(scope, async (tx) => {
    const [sums] =
      await tx.sql`select count(*) as customers, sum(orders_count) as orders, sum(revenue_cents) as cents from contact_state`
    expect(sums).toMatchObject({ customers: 23_570, orders: 67_591, cents: '250031563' })
    expect(
      await countMatching(tx, { field: 'lastOrderAt', op: '<=', value: { ago: 'P90D' } }, moment),
    ).toBe(20_288)
    expect(
      await countMatching(tx, { not: { event: 'Order Completed', within: 'P90D' } }, moment),
    ).toBe(20_288)
  })
  expect(await contactOf(scope, '00002')).toMatchObject({
    createdAt: new Date('1997-01-11T23:00:00Z'),
    email: null,
    state: { ordersCount: 1, revenueCents: 8900, lastOrderAt: '1997-01-11T23:00:00.000Z' },
  })
})
