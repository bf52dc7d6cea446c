import { newId } from '@relance/core/id/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { findContacts } from '../contact/find-contacts'
import { getContact } from '../contact/get-contact'
import { setRate } from '../order/currency-rates'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { createImport, type NewImport } from './create-import'
import { getImport } from './get-import'
import { runImport } from './read-import'
import { takeImport } from './take-import'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const workspace = () => knowledge.workspace('2026-03-02T10:00:00Z')

async function imported(scope: Scope, text: string | Uint8Array, what: Partial<NewImport> = {}) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const { id } = await createImport(scope, { kind: 'orders', ...what, bytes })
  const worker = newId()
  await inTransaction(scope, (tx) => takeImport(tx, worker))
  await runImport(scope, id, worker)
  return getImport(scope, id)
}
const refusals = ({ refusals: all }: Awaited<ReturnType<typeof imported>>) =>
  all.map(({ row, column, code }) => [row, column, code])
const contactOf = async (scope: Scope, externalId: string) => {
  const { items } = await findContacts(scope, { externalId })
  return getContact(scope, items[0]?.id ?? '')
}
const moneyOf = async (scope: Scope, externalId: string) =>
  (await contactOf(scope, externalId)).state.revenueCents

test.each([
  ['UTF-8 with its mark', Buffer.from('\ufeffexternalId;prénom\n1;Zoé\n')],
  ['UTF-16 as Excel writes it', Buffer.from('\ufeffexternalId\tprénom\n1\tZoé\n', 'utf16le')],
  ['UTF-16 without its mark', Buffer.from('externalId\tprénom\n1\tZoé\n', 'utf16le')],
  [
    'UTF-16, the other way round',
    Buffer.from('\ufeffexternalId,prénom\r1,Zoé', 'utf16le').swap16(),
  ],
  ['Windows-1252', Buffer.from('externalId|prénom\r\n1|Zoé\r\n', 'latin1')],
])('a file in %s is read', async (_, bytes) => {
  const scope = await workspace()
  expect(await imported(scope, bytes, { kind: 'contacts' })).toMatchObject({ taken: 1 })
  expect(await contactOf(scope, '1')).toMatchObject({ firstName: 'Zoé' })
})

test.each([
  ['a spreadsheet’s own format', Buffer.from('PK\u0003\u0004 and so on')],
  ['a picture', Buffer.from([0x89, 0x50, 0, 0, 0, 0, 0, 0xff, 0xd8, 0, 0, 1])],
])('%s is refused with what to do', async (_, bytes) => {
  expect(await imported(await workspace(), bytes)).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('save it as “CSV UTF-8”'),
  })
})

test('one stray quote in many rows costs its own row; a quoted line break is part of its value', async () => {
  const scope = await workspace()
  const rows = Array.from({ length: 3000 }, (_, n) =>
    n === 1499
      ? `u${n},"lost`
      : n === 99
        ? `u${n},"two\nlines, and ""quotes"""`
        : `u${n},shop ${n}`,
  )
  const done = await imported(scope, ['externalId,note', ...rows].join('\n'), { kind: 'contacts' })
  expect(done).toMatchObject({ state: 'done', read: 3000, taken: 2999, refused: 1 })
  expect(refusals(done)).toEqual([[1500, null, 'unreadable-row']])
  expect((await contactOf(scope, 'u99')).traits).toEqual({ note: 'two\nlines, and "quotes"' })
  expect((await contactOf(scope, 'u2999')).traits).toEqual({ note: 'shop 2999' })
})

test('amounts that are none, below zero, huge or ambiguous are refused by row and column; the rest goes in', async () => {
  const scope = await workspace()
  const cells = [
    '40 €',
    '1.234,50',
    '"1,234.50"',
    '-5',
    '1e999',
    '99999999999',
    '"1,234"',
    'free',
    '12,50',
  ]
  const rows = cells.map(
    (cell, n) =>
      `o${n},u1,2026-01-05,${cell.includes(',') && !cell.startsWith('"') ? `"${cell}"` : cell}`,
  )
  const done = await imported(scope, ['order_id,customer_id,date,total', ...rows].join('\n'))
  expect(refusals(done)).toEqual([
    [4, 'total', 'negative-amount'],
    [5, 'total', 'invalid-number'],
    [6, 'total', 'amount-too-large'],
    [7, 'total', 'ambiguous-number'],
    [8, 'total', 'invalid-number'],
  ])
  expect(await moneyOf(scope, 'u1')).toBe(4000 + 123_450 + 123_450 + 1250)
})

test('a decimal comma without quotes in a file of commas is refused, not read in the wrong columns', async () => {
  const done = await imported(
    await workspace(),
    'order_id,customer_id,date,total,currency\no1,u1,2026-01-05,12,50,EUR\n',
  )
  expect(refusals(done)).toEqual([[1, null, 'too-many-values']])
})

const ordersFile = (...rows: string[]) =>
  ['order_id;customer_id;date;total;currency;refunded', ...rows].join('\n')

test('an order told twice with two amounts: the first stays, or the last goes, as asked', async () => {
  const [first, last] = [await workspace(), await workspace()]
  const text = ordersFile('o1;u1;2026-01-05;40', 'o2;u1;2026-01-06;1', 'o1;u1;2026-01-05;60')
  const kept = await imported(first, text)
  expect(refusals(kept)).toEqual([[3, 'order_id', 'repeated-order']])
  expect(await moneyOf(first, 'u1')).toBe(4100)
  expect(await imported(last, text, { onDuplicate: 'update' })).toMatchObject({
    taken: 3,
    refused: 0,
  })
  expect(await moneyOf(last, 'u1')).toBe(6100)
  const again = ordersFile('o1;u1;2026-01-05;70', 'o2;u2;2026-01-06;1')
  expect(refusals(await imported(last, again, { onDuplicate: 'update' }))).toEqual([
    [2, null, 'order-of-another'],
  ])
  expect(await moneyOf(last, 'u1')).toBe(7100)
  const [event] = await inTransaction(
    last,
    (tx) => tx.sql<{ revenue: number; n: number }[]>`
    select (select count(*)::int from events where name = 'Order Completed') as n, (properties ->> 'revenue')::float8 as revenue
    from events where properties ->> 'order_id' = 'o1'`,
  )
  expect(event).toEqual({ revenue: 70, n: 2 })
})

test('neighbouring lines of one order that differ in what they say of it are refused by column', async () => {
  const done = await imported(
    await workspace(),
    ordersFile('o1;u1;2026-01-05;40', 'o1;u1;2026-01-05;60', 'o1;u2;2026-01-05;40'),
  )
  expect(refusals(done)).toEqual([
    [2, 'total', 'order-differs'],
    [3, 'customer_id', 'order-differs'],
  ])
})

test('a refund larger than its order is refused; another lowers what the customer spent', async () => {
  const scope = await workspace()
  const done = await imported(
    scope,
    ordersFile('o1;u1;2026-01-05;40;;50', 'o2;u1;2026-01-06;40;;15'),
  )
  expect(refusals(done)).toEqual([[1, 'refunded', 'refund-too-large']])
  expect(await moneyOf(scope, 'u1')).toBe(2500)
})

test('two currencies are never added up: one without a rate is refused, with one converted, and again when that changes', async () => {
  const scope = await workspace()
  const text = ordersFile(
    'o1;u1;2026-01-05;40;EUR',
    'o2;u1;2026-01-06;10;USD',
    'o3;u1;2026-01-06;10;euros',
  )
  expect(refusals(await imported(scope, text))).toEqual([
    [2, 'currency', 'unknown-currency'],
    [3, 'currency', 'invalid-value'],
  ])
  await setRate(scope, 'USD', 0.9)
  expect(await imported(scope, text)).toMatchObject({ taken: 1 })
  expect(await moneyOf(scope, 'u1')).toBe(4900)
  await setRate(scope, 'USD', 0.5)
  expect(await moneyOf(scope, 'u1')).toBe(4500)
  await setRate(scope, 'USD', null)
  expect(await moneyOf(scope, 'u1')).toBe(4000)
})

test('an order that a site sends in a currency without a rate is kept apart until there is one', async () => {
  const scope = await workspace()
  const order = (order_id: string, revenue: number, currency: string) => ({
    type: 'track',
    event: 'Order Completed',
    userId: 'u1',
    properties: { order_id, revenue, currency },
  })
  const refund = {
    type: 'track',
    event: 'Order Refunded',
    userId: 'u1',
    properties: { order_id: 'b', total: 4 },
  }
  await tell(scope, order('a', 40, 'EUR'), order('b', 10, 'USD'), refund)
  expect((await contactOf(scope, 'u1')).state).toMatchObject({ ordersCount: 2, revenueCents: 4000 })
  await setRate(scope, 'USD', 0.5)
  expect(await moneyOf(scope, 'u1')).toBe(4300)
})

test('an order of more than a thousand lines is cut there, the lines beyond are told of', async () => {
  const scope = await workspace()
  const rows = Array.from({ length: 10_000 }, (_, n) => `o1,u1,2026-01-05,p${n},1,1`)
  const done = await imported(
    scope,
    ['order_id,customer_id,date,product_id,quantity,price', ...rows].join('\n'),
  )
  expect(done).toMatchObject({ state: 'done', read: 10_000, taken: 1000, refused: 9000 })
  expect(done.refusals[0]).toMatchObject({ row: 1001, column: 'order_id', code: 'too-many-lines' })
})

test('contacts that are known are completed, or left as they are, as asked', async () => {
  const scope = await workspace()
  await imported(scope, 'externalId,first_name\n1,Ada\n', { kind: 'contacts' })
  const text = 'externalId,email,first_name\n1,,Eve\n2,b@example.com,Bob\n,b@example.com,Bert\n'
  const done = await imported(scope, text, { kind: 'contacts', onDuplicate: 'skip' })
  expect(refusals(done)).toEqual([[1, 'externalId', 'already-known']])
  expect(await contactOf(scope, '1')).toMatchObject({ firstName: 'Ada' })
  await imported(scope, text, { kind: 'contacts' })
  expect(await contactOf(scope, '1')).toMatchObject({ firstName: 'Eve' })
})

test('events of the past make visits and orders as if they had come then, start nothing, and come once', async () => {
  const scope = await workspace()
  const text = [
    'user_id,event,timestamp,path,order_id,revenue,properties',
    'u1,page,2026-01-05T10:00:00Z,/nature/1,,,',
    'u1,Order Completed,2026-01-05T10:20:00Z,,o1,40,',
    'u1,Survey Answered,2026-01-06,,,,"{""score"": 4}"',
    'u1,Survey Answered,2026-01-06,,,,{broken',
    'u1,page,2027-01-06,,,,',
    ',page,2026-01-06,,,,',
    'u1,,2026-01-06,,,,',
  ].join('\n')
  const done = await imported(scope, text, { kind: 'events' })
  expect(refusals(done)).toEqual([
    [4, 'properties', 'invalid-json'],
    [5, 'timestamp', 'future-date'],
    [6, null, 'missing-person'],
    [7, 'event', 'missing-value'],
  ])
  expect((await contactOf(scope, 'u1')).state).toMatchObject({
    visitsCount: 1,
    ordersCount: 1,
    revenueCents: 4000,
  })
  const [stored] = await inTransaction(
    scope,
    (tx) => tx.sql`
    select properties, (select count(*)::int from event_queue) as queued from events where name = 'Survey Answered'`,
  )
  expect(stored).toEqual({ properties: { score: 4 }, queued: 0 })
  expect(await imported(scope, text, { kind: 'events' })).toMatchObject({ taken: 0, refused: 7 })
  expect((await contactOf(scope, 'u1')).state).toMatchObject({ visitsCount: 1, ordersCount: 1 })
})

test('why a row was refused is told in the language of whoever reads it', async () => {
  const scope = await workspace()
  const { id, refusals: told } = await imported(scope, 'orderId,externalId,date,revenue\no,u,x,1')
  expect(told).toMatchObject([{ code: 'invalid-date', message: '“x” is no date.' }])
  const [french] = (await getImport(scope, id, 'fr')).refusals
  expect(french?.message).toBe('«\u202fx\u202f» n’est pas une date.')
})
