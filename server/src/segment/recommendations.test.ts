import { inTransaction } from '@relance/db/connection/in-transaction'
import { loadMailData } from '@relance/db/contact/load-mail-data'
import { upsertProducts } from '@relance/db/product/upsert-products'
import { react } from '@relance/db/testing/know-workspace'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  const photo = (productId: string, category: string, more = {}) => ({
    productId,
    title: productId,
    brand: `brand-${productId}`,
    category,
    ...more,
  })
  await inTransaction(shop.scope, (tx) =>
    upsertProducts(tx, [
      photo('bestseller', 'bags'),
      photo('camera', 'cameras'),
      photo('other-camera', 'cameras'),
      photo('gone-camera', 'cameras', { stock: 0 }),
    ]),
  )
  await send({ anonymousId: 'browser-1', userId: 'c-1', type: 'identify', traits: {} })
  await order('c-1', 'o1', 'camera')
  for (const n of [1, 2, 3]) await order(`d-${n}`, `p${n}`, 'bestseller')
})
afterAll(() => t.close())

const send = async (...batch: object[]) => {
  const body = JSON.stringify({ writeKey: shop.writeKey, batch })
  await t.app.request('/v1/batch', { method: 'POST', body })
  await react(shop.scope)
}
const order = (userId: string, order_id: string, product_id: string) =>
  send({
    type: 'track',
    userId,
    event: 'Order Completed',
    properties: { order_id, revenue: 10, products: [{ product_id }] },
  })
const ask = async (query: Record<string, string>) => {
  const asked = new URLSearchParams({ writeKey: shop.writeKey, ...query })
  const headers = { origin: 'https://shop.example' }
  const answer = await t.app.request(`/v1/recommendations?${asked}`, { headers })
  return { status: answer.status, headers: answer.headers, json: await answer.json() }
}
const shown = async (query: Record<string, string>) =>
  (await ask(query)).json.items.map(({ productId }: { productId: string }) => productId)

test('a recognised visitor sees on the site what a mail would show them', async () => {
  const { json: contacts } = await t.ask(shop.apiKey, 'GET', '/api/contacts?externalId=c-1')
  const mail = await inTransaction(shop.scope, (tx) => loadMailData(tx, contacts.items[0].id))
  const items = (await ask({ anonymousId: 'browser-1' })).json.items
  expect(items.map(({ productId }: { productId: string }) => productId)).toEqual([
    'other-camera',
    'bestseller',
  ])
  expect(items).toEqual(mail.recommended.map(({ because: _, ...product }) => product))
})

test('a visitor nobody knows sees best sellers, and a customer number names nobody', async () => {
  const best = ['bestseller', 'camera', 'other-camera']
  expect(await shown({})).toEqual(best)
  expect(await shown({ anonymousId: 'never-seen' })).toEqual(best)
  expect(await shown({ userId: 'c-1' })).toEqual(best)
  expect(await shown({ limit: '1' })).toEqual(['bestseller'])
})

test('any page may ask, nothing says why a product is there, and nothing is kept in between', async () => {
  const { headers, json } = await ask({ anonymousId: 'browser-1' })
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('cache-control')).toContain('no-store')
  expect(Object.keys(json.items[0]).sort()).toEqual(
    ['category', 'creator', 'currency', 'image', 'price', 'productId', 'title', 'url'].sort(),
  )
})

test('a wrong key or limit is refused with its code', async () => {
  expect(await ask({ writeKey: 'wk_wrong' })).toMatchObject({
    status: 401,
    json: { code: 'unauthenticated', field: 'writeKey' },
  })
  expect(await ask({ limit: '99' })).toMatchObject({
    status: 400,
    json: { code: 'invalid', field: 'limit' },
  })
})

test('the shop says what stays away, and what is bought again and again', async () => {
  const set = (recommendations: object) => updateWorkspace(shop.scope, { recommendations })
  await set({ leavesOutSoldOut: false, leftOutCategories: ['Bags'] })
  expect(await shown({ anonymousId: 'browser-1' })).toEqual(['gone-camera', 'other-camera'])
  await set({ leavesOutSoldOut: true, recurringCategories: ['CAMERAS'] })
  expect(await shown({ anonymousId: 'browser-1' })).toEqual(['camera', 'other-camera'])
  await set({ recurringCategories: [], leavesOutOwned: false })
  expect((await shown({ anonymousId: 'browser-1' })).sort()).toEqual(['camera', 'other-camera'])
})
