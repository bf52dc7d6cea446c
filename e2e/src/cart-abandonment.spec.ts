import { expect, test } from '@playwright/test'
import { address, mailsTo } from './support/inbox'
import { publishTemplate, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'

const products = [{ product_id: 'print-1', name: 'Misty morning', price: 45, quantity: 1 }]
const traits = (name: string) => ({
  email: address(name),
  firstName: 'Ada',
  consent: { email: true },
})

const fillCart = (relance: Relance, userId: string, at: string) =>
  withSegment(relance, (analytics) => {
    analytics.identify({ userId, traits: traits(userId), timestamp: new Date(at) })
    analytics.track({
      userId,
      event: 'Product Added',
      properties: { cart_id: 'c-1', ...products[0] },
      timestamp: new Date(at),
    })
  })

const order = (relance: Relance, userId: string, at: string) =>
  withSegment(relance, (analytics) => {
    const properties = { order_id: `o-${userId}`, cart_id: 'c-1', revenue: 45, products }
    analytics.track({ userId, event: 'Order Completed', properties, timestamp: new Date(at) })
  })

test('an abandoned cart gets its three mails at their exact instants', async () => {
  const relance = await testWorkspace('cart, plain', '2026-03-02T10:00:00Z')
  const flowId = await publishTemplate(relance, 'cart-abandonment')
  await fillCart(relance, 'plain', '2026-03-02T10:00:00Z')
  await relance.advance('2026-03-10T00:00:00Z')
  expect(await relance.sentAt('plain')).toEqual([
    '2026-03-02T10:30:00.000Z',
    '2026-03-03T10:00:00.000Z',
    '2026-03-06T10:00:00.000Z',
  ])
  const mails = await mailsTo(address('plain'))
  expect(mails).toHaveLength(3)
  for (const { source } of mails) {
    expect(source).toContain('List-Unsubscribe: <http')
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  }
  await relance.advance('2026-05-10T00:00:00Z')
  expect(await relance.enrolments(flowId, 'plain')).toMatchObject([{ state: 'ended' }])
  expect(await mailsTo(address('plain'))).toHaveLength(3)
})

test('an order in between ends the run as its goal, and its mail 3 is never sent', async () => {
  const relance = await testWorkspace('cart, ordered', '2026-03-02T10:00:00Z')
  const flowId = await publishTemplate(relance, 'cart-abandonment')
  await fillCart(relance, 'buyer', '2026-03-02T10:00:00Z')
  await relance.advance('2026-03-04T10:00:00Z')
  await order(relance, 'buyer', '2026-03-04T10:00:00Z')
  await relance.advance('2026-03-20T00:00:00Z')
  expect(await relance.sentAt('buyer')).toEqual([
    '2026-03-02T10:30:00.000Z',
    '2026-03-03T10:00:00.000Z',
  ])
  const runs = await relance.enrolments(flowId, 'buyer')
  expect(runs).toMatchObject([{ state: 'ended', endReason: 'goal', revenueCents: 4500 }])
})

/** A visitor fills a cart unknown, and says later who they are. */
async function identifyLate(name: string, identifyAt: string): Promise<(string | null)[]> {
  const relance = await testWorkspace(`cart, ${name}`, '2026-03-02T10:00:00Z')
  const flowId = await publishTemplate(relance, 'cart-abandonment')
  const anonymousId = `anon-${name}`
  await withSegment(relance, (analytics) => {
    const properties = { cart_id: 'c-1', ...products[0] }
    analytics.track({
      anonymousId,
      event: 'Product Added',
      properties,
      timestamp: new Date('2026-03-02T10:00:00Z'),
    })
  })
  await relance.advance(identifyAt)
  await withSegment(relance, (analytics) => {
    analytics.identify({
      userId: name,
      anonymousId,
      traits: traits(name),
      timestamp: new Date(identifyAt),
    })
  })
  await relance.advance('2026-03-10T00:00:00Z')
  expect(await relance.enrolments(flowId, name)).toHaveLength(1)
  return relance.sentAt(name)
}

test('identified before the half hour is over, the run keeps its anchor', async () => {
  expect(await identifyLate('at-1020', '2026-03-02T10:20:00Z')).toEqual([
    '2026-03-02T10:30:00.000Z',
    '2026-03-03T10:00:00.000Z',
    '2026-03-06T10:00:00.000Z',
  ])
})

test('identified between the half hour and the hour, mail 1 goes at once', async () => {
  expect(await identifyLate('at-1045', '2026-03-02T10:45:00Z')).toEqual([
    '2026-03-02T10:45:00.000Z',
    '2026-03-03T10:00:00.000Z',
    '2026-03-06T10:00:00.000Z',
  ])
})

test('identified after the hour, the series starts with mail 2', async () => {
  expect(await identifyLate('at-1200', '2026-03-02T12:00:00Z')).toEqual([
    '2026-03-03T10:00:00.000Z',
    '2026-03-06T10:00:00.000Z',
  ])
})

test('a cart of somebody unknown starts nothing', async () => {
  const relance = await testWorkspace('cart, unknown', '2026-03-02T10:00:00Z')
  const flowId = await publishTemplate(relance, 'cart-abandonment')
  await withSegment(relance, (analytics) => {
    const properties = { cart_id: 'c-1', ...products[0] }
    analytics.track({
      anonymousId: 'nobody',
      event: 'Product Added',
      properties,
      timestamp: new Date('2026-03-02T10:00:00Z'),
    })
  })
  await relance.advance('2026-03-10T00:00:00Z')
  const { items } = await relance.call<{ items: unknown[] }>(
    'GET',
    `/api/flows/${flowId}/enrolments`,
  )
  expect(items).toEqual([])
})
