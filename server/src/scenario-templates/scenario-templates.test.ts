import { loadScenarios } from '@relance/templates/load-scenarios'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
})
afterAll(() => t.close())

const ask = (method: string, path: string, body?: unknown) => t.ask(shop.apiKey, method, path, body)
const keys = (await loadScenarios('en')).map(({ key }) => key)
const templateOf = async (key: string) =>
  (await ask('GET', '/api/scenario-templates')).json.items.find(
    (item: { key: string }) => item.key === key,
  )

test.each(keys)(
  '%s becomes a scenario without a problem, and is published as it is',
  async (key) => {
    for (const locale of ['fr', 'en']) {
      const made = await ask('POST', '/api/flows', { template: key, locale })
      expect(made.status).toBe(201)
      const { json: problems } = await ask('GET', `/api/flows/${made.json.id}/problems`)
      expect(
        problems.items.filter(({ severity }: { severity: string }) => severity === 'fix'),
      ).toEqual([])
      // What goes to an audience is approved first.
      const isSending = made.json.draft.graph.nodes.some(
        ({ type }: { type: string }) => type === 'on-schedule',
      )
      for (const kind of isSending ? ['content', 'target'] : [])
        await ask('POST', `/api/flows/${made.json.id}/approvals`, { kind })
      const published = await ask('POST', `/api/flows/${made.json.id}/publish`, {
        people: 'finish',
      })
      expect(published.status).toBe(200)
    }
  },
)

test('the gallery has every scenario that ships, in the reader’s language', async () => {
  const { json } = await ask('GET', '/api/scenario-templates')
  expect(json.items.map(({ key }: { key: string }) => key)).toEqual(keys)
})

test('what some products lack is counted: complements are missing for 12 of 40', async () => {
  expect(await templateOf('complementary-products')).toMatchObject({
    ready: { 'product.complements': false, email: false },
    missing: [],
  })
  const items = Array.from({ length: 40 }, (_, i) => ({
    productId: `p-${i}`,
    title: `Product ${i}`,
    ...(i >= 12 && { complements: ['p-0'] }),
  }))
  expect((await ask('POST', '/api/products', { items })).status).toBe(200)
  expect(await templateOf('complementary-products')).toMatchObject({
    ready: { 'product.complements': true },
    missing: [{ need: 'product.complements', missing: 12, of: 40 }],
  })
  expect((await templateOf('cart-abandonment')).missing).toEqual([])
})

test('customers without an address are counted, visitors nobody has named are not', async () => {
  for (const contact of [
    { externalId: 'a', email: 'a@shop.example' },
    { externalId: 'b' },
    { externalId: 'c' },
  ])
    await ask('POST', '/api/contacts', contact)
  expect((await templateOf('sunset')).missing).toEqual([{ need: 'email', missing: 2, of: 3 }])
})
