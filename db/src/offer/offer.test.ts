import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { upsertContact } from '../contact/upsert-contact'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { createOffer } from './create-offer'
import { findOffer, listOffers } from './list-offers'
import { releaseCoupon } from './release-coupon'
import { reserveCoupon } from './reserve-coupon'
import { showCoupon } from './show-coupon'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const now = new Date('2026-03-02T10:00:00Z')
async function shop() {
  const scope = await knowledge.workspace(now.toISOString())
  const { id: contactId } = await upsertContact(scope, { externalId: 'u1' })
  const offer = await createOffer(scope, {
    key: 'credit-25',
    name: '25 €',
    valueCents: 2500,
    validFor: 'P30D',
  })
  return { scope, contactId, offer }
}
const reserve = (scope: Scope, offerId: string, contactId: string, messageKey: string) =>
  inTransaction(scope, (tx) => reserveCoupon(tx, { offerId, contactId, messageKey, now }))

test('a message has one code, however often it is asked for; another message has another', async () => {
  const { scope, contactId, offer } = await shop()
  const first = await reserve(scope, offer.id, contactId, 'm:1')
  expect(first).toMatchObject({
    valueCents: 2500,
    currency: 'EUR',
    minimumCents: 0,
    expiresAt: new Date('2026-04-01T10:00:00Z'),
  })
  expect(first.code).toMatch(/^RL-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(await reserve(scope, offer.id, contactId, 'm:1')).toEqual(first)
  expect((await reserve(scope, offer.id, contactId, 'm:2')).code).not.toBe(first.code)
})

test('the order that names a code uses it, once; shown and used are counted', async () => {
  const { scope, contactId, offer } = await shop()
  const { code } = await reserve(scope, offer.id, contactId, 'm:1')
  await inTransaction(scope, (tx) => showCoupon(tx, 'm:1', now))
  const order = (order_id: string) => ({
    type: 'track',
    event: 'Order Completed',
    userId: 'u1',
    properties: { order_id, revenue: 35, coupon: code.toLowerCase() },
  })
  await tell(scope, order('o1'), order('o2'))
  const [coupon] = await inTransaction(scope, (tx) => tx.sql`select order_id, used_at from coupons`)
  expect(coupon).toMatchObject({ order_id: 'o1', used_at: now })
  expect(await findOffer(scope, 'credit-25')).toMatchObject({ shown: 1, used: 1 })
})

test('a code whose message never left is given up; a shown one is not', async () => {
  const { scope, contactId, offer } = await shop()
  await reserve(scope, offer.id, contactId, 'm:1')
  await reserve(scope, offer.id, contactId, 'm:2')
  const released = await inTransaction(scope, async (tx) => {
    await showCoupon(tx, 'm:2', now)
    await releaseCoupon(tx, 'm:1', now)
    await releaseCoupon(tx, 'm:2', now)
    return tx.sql`select message_key from coupons where released_at is not null`
  })
  expect(released).toMatchObject([{ message_key: 'm:1' }])
})

test('two offers cannot share a key', async () => {
  const { scope } = await shop()
  await expect(
    createOffer(scope, { key: 'credit-25', name: 'x', valueCents: 1 }),
  ).rejects.toMatchObject({ code: 'conflict', details: { field: 'key' } })
  expect(await listOffers(scope)).toHaveLength(1)
})
