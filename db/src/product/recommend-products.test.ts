import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { loadMailData } from '../contact/load-mail-data'
import { upsertContact } from '../contact/upsert-contact'
import { sampleProducts } from '../sample/catalogue'
import { sampleImage } from '../sample/sample-image'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { recommendProducts } from './recommend-products'
import { upsertProducts } from './upsert-products'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

async function gallery() {
  const scope = await knowledge.workspace('2026-03-16T10:00:00Z')
  await inTransaction(scope, (tx) => upsertProducts(tx, [...sampleProducts]))
  const { id } = await upsertContact(scope, {
    externalId: 'u1',
    email: 'u1@example.com',
    firstName: 'Anne',
  })
  return { scope, id }
}
const recommended = (scope: Scope, id: string) =>
  inTransaction(scope, (tx) => recommendProducts(tx, id))
const page = (path: string) => ({
  type: 'page',
  userId: 'u1',
  properties: { path },
  timestamp: '2026-03-02T10:00:00Z',
})
const order = (userId: string, order_id: string, ids: string[]) => ({
  type: 'track',
  event: 'Order Completed',
  userId,
  properties: { order_id, revenue: 10, products: ids.map((product_id) => ({ product_id })) },
})

test('whoever saw nature and portrait is shown both, in turn', async () => {
  const { scope, id } = await gallery()
  await tell(scope, page('/nature/1'), page('/portrait/1'))
  const found = await recommended(scope, id)
  expect(found.map(({ category }) => category).sort()).toEqual([
    'nature',
    'nature',
    'nature',
    'portrait',
    'portrait',
    'portrait',
  ])
  expect(found[0]?.category).not.toBe(found[1]?.category)
})

test('creators bought come first; what is owned or sold out never comes', async () => {
  const { scope, id } = await gallery()
  await tell(scope, order('u1', 'o1', ['nature-1']))
  await inTransaction(
    scope,
    (tx) => tx.sql`update products set stock = 0 where product_id = 'nature-2'`,
  )
  const found = await recommended(scope, id)
  expect(found[0]).toMatchObject({ creator: 'Ana Lindqvist', because: 'creator' })
  expect(found.slice(2).some(({ category }) => category === 'nature')).toBe(true)
  expect(found.map(({ productId }) => productId)).not.toEqual(expect.arrayContaining(['nature-1']))
  expect(found.map(({ productId }) => productId)).not.toEqual(expect.arrayContaining(['nature-2']))
})

test('what is bought again and again comes back, the most bought first', async () => {
  const { scope, id } = await gallery()
  const coffee = (productId: string) => ({ productId, title: productId, replenishable: true })
  await inTransaction(scope, (tx) => upsertProducts(tx, [coffee('c'), coffee('b'), coffee('a')]))
  const bought = (order_id: string, product_id: string, quantity: number) => ({
    ...order('u1', order_id, []),
    properties: { order_id, revenue: 10, products: [{ product_id, quantity }] },
  })
  await tell(
    scope,
    bought('o1', 'b', 2),
    bought('o2', 'a', 3),
    bought('o3', 'c', 1),
    bought('o4', 'a', 2),
  )
  const found = await recommended(scope, id)
  expect(found.slice(0, 3).map(({ productId, because }) => [productId, because])).toEqual([
    ['a', 'bought'],
    ['b', 'bought'],
    ['c', 'bought'],
  ])
})

test('after a camera: what goes with it, then what is new since of its brand, then in its category; never the camera', async () => {
  const { scope, id } = await gallery()
  const photo = (productId: string, brand: string, category: string, more = {}) => ({
    productId,
    title: productId,
    brand,
    category,
    ...more,
  })
  await inTransaction(scope, (tx) =>
    upsertProducts(tx, [
      photo('leica-camera', 'Leica', 'cameras', { complements: ['bag'] }),
      photo('old-camera', 'Canon', 'cameras'),
      photo('bag', 'Billingham', 'bags'),
    ]),
  )
  await tell(scope, order('u1', 'o1', ['leica-camera']))
  await inTransaction(scope, async (tx) => {
    await tx.sql`update workspaces set clock_now = '2026-04-01T10:00:00Z' where id = ${tx.workspaceId}`
    await upsertProducts(tx, [
      photo('canon-lens', 'Canon', 'lenses'),
      photo('canon-camera', 'Canon', 'cameras'),
      photo('leica-strap', 'Leica', 'straps', { stock: 0 }),
      photo('leica-lens', 'Leica', 'lenses'),
    ])
  })
  const found = await recommended(scope, id)
  expect(found.slice(0, 4).map(({ productId, because }) => [productId, because])).toEqual([
    ['bag', 'goes-with'],
    ['leica-lens', 'new-of-brand'],
    ['canon-camera', 'new-in-category'],
    ['old-camera', 'category'],
  ])
  const ids = found.map(({ productId }) => productId)
  expect(ids).not.toContain('leica-camera')
  expect(ids).not.toContain('leica-strap')
})

test('who left no trace is shown best sellers, never an empty block', async () => {
  const { scope, id } = await gallery()
  await tell(scope, order('u2', 'o1', ['city-3', 'city-5']), order('u3', 'o2', ['city-3']))
  const found = await recommended(scope, id)
  expect(found).toHaveLength(6)
  expect(found.slice(0, 2).map(({ productId, because }) => [productId, because])).toEqual([
    ['city-3', 'best-seller'],
    ['city-5', 'best-seller'],
  ])
})

test('a mail’s data: the person, the cart with pictures from the catalogue, sections, a selection', async () => {
  const { scope, id } = await gallery()
  await tell(scope, page('/nature/1'), order('u1', 'o1', ['city-3']))
  await tell(scope, {
    type: 'track',
    event: 'Product Added',
    userId: 'u1',
    properties: {
      cart_id: 'c',
      product_id: 'nature-1',
      quantity: 2,
      recovery_url: 'https://shop.example/c',
    },
  })
  expect(await inTransaction(scope, (tx) => loadMailData(tx, id))).toMatchObject({
    contact: {
      first_name: 'Anne',
      last_visit_at: '2026-03-02T10:00:00.000Z',
      favourite_category: 'city',
      favourite_creator: 'Ingrid Vaal',
    },
    cart: {
      currency: 'EUR',
      recovery_url: 'https://shop.example/c',
      lines: [
        {
          title: 'First frost on the heath',
          image: '/sample/nature-1.svg',
          price: 8900,
          quantity: 2,
        },
      ],
    },
    sections: ['nature'],
    recommended: expect.arrayContaining([expect.objectContaining({ category: 'nature' })]),
  })
})

test('every product of the demo has a picture of its own', () => {
  const pictures = new Set(sampleProducts.map(({ productId }) => sampleImage(productId)))
  expect(pictures.size).toBe(24)
  expect(pictures.has(undefined)).toBe(false)
  expect(sampleImage('nope')).toBeUndefined()
})
