import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { checkReachable } from '../contact/check-reachable'
import { findContacts } from '../contact/find-contacts'
import { type ContactRecord, getContact } from '../contact/get-contact'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const workspace = () => knowledge.workspace('2026-04-01T00:00:00Z')
const contactOf = async (scope: Scope, externalId = 'u1'): Promise<ContactRecord> => {
  const { items } = await findContacts(scope, { externalId })
  return getContact(scope, items[0]?.id ?? '')
}
const page = (timestamp: string, path = '/nature/1') => ({
  type: 'page',
  userId: 'u1',
  timestamp,
  properties: { path },
})
const track = (event: string, properties: object, timestamp: string) => ({
  type: 'track',
  event,
  userId: 'u1',
  properties,
  timestamp,
})

test('pages less than 30 minutes apart are one visit; only its first page begins it', async () => {
  const scope = await workspace()
  expect((await tell(scope, page('2026-03-01T10:00:00Z'))).get('page')).toContain('visit')
  expect((await tell(scope, page('2026-03-01T10:29:59Z'))).get('page')).toEqual(['page'])
  expect((await tell(scope, page('2026-03-01T10:59:59Z'))).get('page')).toEqual(
    expect.arrayContaining(['visit', 'field:lastVisitAt', 'field:visitsCount']),
  )
  expect((await contactOf(scope)).state.visitsCount).toBe(2)
})

test('a late page corrects the visits and makes no second one', async () => {
  const scope = await workspace()
  await tell(scope, page('2026-03-01T10:00:00Z'), page('2026-03-01T10:40:00Z'))
  expect((await contactOf(scope)).state).toMatchObject({
    visitsCount: 2,
    lastVisitAt: '2026-03-01T10:40:00.000Z',
  })
  const keys = await tell(scope, page('2026-03-01T10:20:00Z', '/city'))
  expect(keys.get('page')).not.toContain('visit')
  expect(await contactOf(scope)).toMatchObject({
    state: { visitsCount: 1, lastVisitAt: '2026-03-01T10:00:00.000Z', lastSection: 'nature' },
    sections: [
      { section: 'nature', pages: 2 },
      { section: 'city', pages: 1 },
    ],
  })
})

test('visits every six days have a usual gap of six days', async () => {
  const scope = await workspace()
  for (const day of [1, 7, 13, 19, 25])
    await tell(scope, page(`2026-03-${String(day).padStart(2, '0')}T10:00:00Z`))
  expect((await contactOf(scope)).state).toMatchObject({ visitsCount: 5, usualVisitGapDays: 6 })
})

test('what is known in the end does not depend on the order of arrival', async () => {
  const told = [
    page('2026-03-01T10:00:00Z'),
    page('2026-03-01T10:20:00Z', '/city'),
    page('2026-03-01T10:45:00Z', '/portrait'),
    page('2026-03-03T09:00:00Z', '/portrait'),
    track('Order Completed', { order_id: 'o1', revenue: 40.5 }, '2026-03-02T10:00:00Z'),
    track('Order Completed', { order_id: 'o2', revenue: 20 }, '2026-03-12T10:00:00Z'),
    track('Order Refunded', { order_id: 'o1', total: 10.5 }, '2026-03-05T10:00:00Z'),
    track('Email Opened', {}, '2026-03-06T10:00:00Z'),
    track('Email Opened', {}, '2026-03-07T10:00:00Z'),
  ]
  const outcome = async (events: typeof told) => {
    const scope = await workspace()
    for (const event of events) await tell(scope, event)
    const { state, sections } = await contactOf(scope)
    // Of somebody who has not moved on the ladder it tells when they became known: that does depend on it.
    const { ladderSince: _, ...known } = state
    return {
      ...known,
      sections: sections.map(({ section, pages }) => `${section}:${pages}`).sort(),
    }
  }
  const expected = await outcome(told)
  expect(expected).toMatchObject({
    visitsCount: 2,
    ordersCount: 2,
    revenueCents: 5000,
    usualOrderGapDays: 10,
    lastSection: 'portrait',
  })
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(told, { minLength: told.length }), async (events) => {
      expect(await outcome(events)).toEqual(expected)
    }),
    { numRuns: 12 },
  )
})

test('a cart follows what is added and removed, and closes with the order that names it', async () => {
  const scope = await workspace()
  const p = (product_id: string, price: number, quantity = 1) => ({
    cart_id: 'c-1',
    product_id,
    price,
    quantity,
  })
  expect(
    (await tell(scope, track('Product Added', p('a', 19.99, 2), '2026-03-02T10:00:00Z'))).get(
      'Product Added',
    ),
  ).toEqual(['Product Added', 'field:cart.lines', 'field:cart.value', 'field:cart.valueCents'])
  await tell(scope, track('Product Added', p('b', 5), '2026-03-02T10:01:00Z'))
  await tell(scope, track('Product Removed', p('a', 19.99, 1), '2026-03-02T10:02:00Z'))
  const [cart] = (await contactOf(scope)).carts
  expect(cart).toMatchObject({
    id: 'c-1',
    state: 'open',
    valueCents: 2499,
    lastActivityAt: '2026-03-02T10:02:00.000Z',
  })
  await tell(
    scope,
    track(
      'Order Completed',
      {
        order_id: 'o1',
        cart_id: 'c-1',
        revenue: 24.99,
        products: [{ product_id: 'a', price: 19.99 }],
      },
      '2026-03-02T11:00:00Z',
    ),
  )
  expect((await contactOf(scope)).carts[0]?.state).toBe('ordered')
  await tell(scope, track('Product Added', p('c', 5), '2026-03-02T10:30:00Z'))
  expect((await contactOf(scope)).carts[0]?.state).toBe('ordered')
})

test('an order that names no cart closes every open one touched before it', async () => {
  const scope = await workspace()
  await tell(
    scope,
    track('Product Added', { product_id: 'a', cart_id: 'c-9' }, '2026-03-02T10:00:00Z'),
  )
  await tell(scope, track('Product Added', { product_id: 'a' }, '2026-03-02T12:00:00Z'))
  await tell(
    scope,
    track('Order Completed', { order_id: 'o1', revenue: 1 }, '2026-03-02T11:00:00Z'),
  )
  const states = (await contactOf(scope)).carts.map(({ id, state }) => [id, state])
  expect(states).toEqual([
    ['default', 'open'],
    ['c-9', 'ordered'],
  ])
})

test('a cart from which everything is removed is emptied; a whole list replaces its lines', async () => {
  const scope = await workspace()
  await tell(
    scope,
    track(
      'Checkout Started',
      { products: [{ product_id: 'a', price: 10 }, { product_id: 'b' }], value: 12 },
      '2026-03-02T10:00:00Z',
    ),
  )
  expect((await contactOf(scope)).carts[0]).toMatchObject({
    id: 'default',
    valueCents: 1200,
    lines: [{ productId: 'a' }, { productId: 'b' }],
  })
  await tell(scope, track('Cart Viewed', { products: [] }, '2026-03-02T10:05:00Z'))
  expect((await contactOf(scope)).carts[0]).toMatchObject({ state: 'emptied', valueCents: 0 })
})

test('an order that belongs to somebody else is left alone', async () => {
  const scope = await workspace()
  await tell(
    scope,
    track('Order Completed', { order_id: 'o1', revenue: 10 }, '2026-03-02T10:00:00Z'),
  )
  await tell(scope, {
    ...track('Order Completed', { order_id: 'o1', revenue: 99 }, '2026-03-02T10:00:00Z'),
    userId: 'u2',
  })
  expect((await contactOf(scope)).state.revenueCents).toBe(1000)
  expect((await contactOf(scope, 'u2')).state.ordersCount).toBe(0)
})

test('consent said in an identify opens the channel; unsubscribing closes it; a complaint suppresses the address', async () => {
  const scope = await workspace()
  const reach = async (service = false) => {
    const { id } = await contactOf(scope)
    return inTransaction(scope, (tx) => checkReachable(tx, id, 'email', { service }))
  }
  const identify = (traits: object) => tell(scope, { type: 'identify', userId: 'u1', traits })
  await identify({ firstName: 'Anne' })
  expect(await reach()).toEqual({ reason: 'no-address' })
  await identify({ email: ' Anne@Example.com ' })
  expect(await reach()).toEqual({ reason: 'no-consent' })
  expect((await identify({ consent: { email: true, sms: 'maybe' } })).get('identify')).toEqual([
    'identify',
    'consent:email',
  ])
  expect(await reach()).toMatchObject({ address: 'Anne@Example.com' })
  await tell(scope, { type: 'track', event: 'Unsubscribed', userId: 'u1' })
  expect(await reach()).toEqual({ reason: 'unsubscribed' })
  expect(await reach(true)).toMatchObject({ address: 'Anne@Example.com' })
  await identify({ consent: { email: true } })
  await tell(scope, { type: 'track', event: 'Email Marked as Spam', userId: 'u1' })
  expect(await reach()).toEqual({ reason: 'suppressed' })
})

test('an identify tells which fields changed, and an old one fills gaps only', async () => {
  const scope = await workspace()
  const identify = (traits: object, timestamp: string) =>
    tell(scope, { type: 'identify', userId: 'u1', traits, timestamp })
  expect(
    (await identify({ firstName: 'Anne', vip: true }, '2026-03-02T10:00:00Z')).get('identify'),
  ).toEqual(['identify', 'field:firstName', 'field:vip', 'field:traits.vip'])
  expect(
    (await identify({ firstName: 'Anna', lastName: 'Roy' }, '2026-02-02T10:00:00Z')).get(
      'identify',
    ),
  ).toEqual(['identify', 'field:lastName'])
  expect(await contactOf(scope)).toMatchObject({
    firstName: 'Anne',
    lastName: 'Roy',
    traits: { vip: true },
  })
})
