import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { updateWorkspace } from '../workspace/update-workspace'
import { listProducts } from './list-products'
import { upsertProducts } from './upsert-products'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const shop = () => knowledge.workspace('2026-03-16T10:00:00Z')
const track = (event: string, properties: object, day = '16') => ({
  type: 'track',
  event,
  userId: 'c',
  properties,
  timestamp: `2026-03-${day}T09:00:00Z`,
})
const products = async (scope: Scope) => (await listProducts(scope)).items

test('a product is learnt from whoever looks at it, adds or orders it', async () => {
  const scope = await shop()
  await tell(
    scope,
    track('Product Viewed', {
      product_id: 'p1',
      name: 'Print',
      category: 'prints',
      brand: 'Lumen',
      creator: 'Ana',
      price: 48,
      currency: 'EUR',
      url: 'https://shop.example/p1',
      image_url: 'https://shop.example/p1.jpg',
    }),
    track('Order Completed', {
      order_id: 'o1',
      currency: 'USD',
      products: [{ product_id: 'p2', name: 'Frame', price: '12.50' }, { product_id: 'nameless' }],
    }),
    track('Signed Up', { product_id: 'p3', name: 'No product' }),
  )
  expect(await products(scope)).toMatchObject([
    {
      productId: 'p1',
      title: 'Print',
      category: 'prints',
      brand: 'Lumen',
      creator: 'Ana',
      priceCents: 4800,
      currency: 'EUR',
      url: 'https://shop.example/p1',
      imageUrl: 'https://shop.example/p1.jpg',
      stock: null,
    },
    { productId: 'p2', title: 'Frame', priceCents: 1250, currency: 'USD' },
  ])
})

test('a later event changes what earlier ones told, an older one that comes late does not', async () => {
  const scope = await shop()
  const seen = (name: string, day: string, more = {}) =>
    track('Product Viewed', { product_id: 'p1', name, ...more }, day)
  await tell(scope, seen('First', '10', { category: 'prints' }))
  await tell(scope, seen('Second', '12', { price: 20 }))
  await tell(scope, seen('Late', '11', { price: 99 }))
  expect(await products(scope)).toMatchObject([
    { title: 'Second', category: 'prints', priceCents: 2000 },
  ])
})

test('what the catalogue says stands, whatever events say, and takes over what was learnt', async () => {
  const scope = await shop()
  const seen = track('Product Viewed', { product_id: 'p1', name: 'From a page', category: 'x' })
  await tell(scope, seen)
  await inTransaction(scope, (tx) => upsertProducts(tx, [{ productId: 'p1', title: 'Catalogue' }]))
  await tell(scope, { ...seen, timestamp: '2026-03-16T09:59:00Z' })
  expect(await products(scope)).toMatchObject([{ title: 'Catalogue', category: null }])
})

test('an address is taken only where it leads to the shop, for anybody may send events', async () => {
  const scope = await shop()
  await updateWorkspace(scope, { shop: { url: 'https://www.shop.example/fr' } })
  const seen = (product_id: string, url: string) =>
    track('Product Viewed', { product_id, name: 'Print', url })
  await tell(
    scope,
    seen('a', 'https://shop.example/a'),
    seen('b', 'https://boutique.shop.example/b?x=1'),
    seen('c', 'https://evil.example/shop.example'),
    seen('d', 'https://notshop.example/d'),
    seen('e', 'https://shop.example@evil.example/'),
    seen('f', 'javascript:alert(1)'),
  )
  expect((await products(scope)).map(({ url }) => url)).toEqual([
    'https://shop.example/a',
    'https://boutique.shop.example/b?x=1',
    null,
    null,
    null,
    null,
  ])
})
