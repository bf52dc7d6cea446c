import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from './testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
})
afterAll(() => t.close())

test('health answers without a key', async () => {
  const response = await t.app.request('/health')
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ database: true })
})

test('an unknown address is a problem document with a request id', async () => {
  const { status, headers, json } = await t.ask(shop.apiKey, 'GET', '/api/nowhere')
  expect(status).toBe(404)
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(json).toMatchObject({ code: 'not-found', status: 404, requestId: expect.any(String) })
})

test('without a key, and with a wrong one, nothing is told', async () => {
  expect((await t.app.request('/api/flows')).status).toBe(401)
  expect((await t.ask('rl_wrong', 'GET', '/api/flows')).json).toMatchObject({
    code: 'unauthenticated',
  })
  expect((await t.ask(shop.writeKey, 'GET', '/api/flows')).status).toBe(401)
})

test('problems are worded in the reader’s language', async () => {
  const { json } = await t.ask(shop.apiKey, 'GET', '/api/nowhere', undefined, {
    'accept-language': 'fr',
  })
  expect(json.detail).toBe('Il n’y a rien à cette adresse.')
})

test('the OpenAPI document and its page name every route', async () => {
  const document = await (await t.app.request('/api/openapi.json')).json()
  expect(Object.keys(document.paths)).toContain('/api/flows/{flowId}/publish')
  expect(Object.keys(document.paths)).toContain('/v1/batch')
  const page = await (await t.app.request('/api/docs')).text()
  expect(page).toContain('/api/test-clock/advance')
  expect(page).not.toMatch(/<script|https?:\/\/(?!localhost)/)
})
