import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { Analytics } from '@segment/analytics-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
})
afterAll(() => t.close())

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`
const post = async (
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => {
  const response = await t.app.request(path, {
    method: 'POST',
    body,
    headers: {
      authorization: basic(shop.writeKey),
      'content-type': 'application/json',
      ...headers,
    },
  })
  return { status: response.status, headers: response.headers, json: await response.json() }
}
const names = async () =>
  (await t.ask(shop.apiKey, 'GET', '/api/events')).json.items.map(
    ({ name }: { name: string }) => name,
  )

test('Segment’s own client works unchanged with the write key', async () => {
  const server = serve({ fetch: t.app.fetch, port: 0 })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const analytics = new Analytics({
    writeKey: shop.writeKey,
    host: `http://localhost:${port}`,
    flushAt: 10,
  })
  const failures: unknown[] = []
  analytics.on('error', (error) => failures.push(error))
  analytics.identify({
    userId: 'c-1',
    traits: { email: 'c1@shop.example', consent: { email: true } },
  })
  analytics.track({
    userId: 'c-1',
    event: 'Product Added',
    properties: { cart_id: 'k', product_id: 'p', price: 12.5 },
  })
  analytics.page({ anonymousId: 'visitor', name: 'Home' })
  analytics.alias({ userId: 'c-1', previousId: 'visitor' })
  await analytics.closeAndFlush()
  await new Promise((resolve) => server.close(resolve))
  expect(failures).toEqual([])
  expect((await names()).sort()).toEqual(['Product Added', 'alias', 'identify', 'page'])
  const { json } = await t.ask(shop.apiKey, 'GET', '/api/contacts?externalId=c-1')
  expect(json.items).toHaveLength(1)
})

test('a repeated messageId changes nothing', async () => {
  const event = JSON.stringify({ userId: 'c-2', event: 'Signed Up', messageId: 'once' })
  expect((await post('/v1/track', event)).json).toMatchObject({
    success: true,
    taken: 1,
    duplicates: 0,
  })
  expect((await post('/v1/track', event)).json).toMatchObject({
    success: true,
    taken: 0,
    duplicates: 1,
  })
})

test('what can be taken of a batch is taken, and the answer says what was not', async () => {
  const batch = [
    { type: 'track', userId: 'c-3', event: 'Signed Up' },
    { type: 'track', userId: 'c-3' },
    { type: 'nonsense', userId: 'c-3' },
    { type: 'track', userId: 'c-3', event: 'Big', properties: { text: 'x'.repeat(40_000) } },
  ]
  const { status, json } = await post('/v1/batch', JSON.stringify({ batch }))
  expect(status).toBe(200)
  expect(json).toMatchObject({ success: true, taken: 1 })
  expect(json.refusals).toMatchObject([
    { index: 1, code: 'invalid', field: 'event' },
    { index: 2, code: 'invalid', field: 'type' },
    { index: 3, code: 'too-large' },
  ])
})

test('sendBeacon’s text/plain with the key in the body, and gzip, are read', async () => {
  const beacon = JSON.stringify({ writeKey: shop.writeKey, anonymousId: 'a', name: 'Home' })
  const plain = await t.app.request('/v1/p', {
    method: 'POST',
    body: beacon,
    headers: { 'content-type': 'text/plain' },
  })
  expect(plain.status).toBe(200)
  const zipped = new Uint8Array(gzipSync(JSON.stringify({ userId: 'c-4', event: 'Signed Up' })))
  expect((await post('/v1/track', zipped, { 'content-encoding': 'gzip' })).json).toMatchObject({
    taken: 1,
  })
})

test('browsers of other sites may send', async () => {
  const response = await t.app.request('/v1/t', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

test.each([
  [
    'a wrong write key',
    '/v1/track',
    '{"userId":"c","event":"E"}',
    { authorization: basic('wk_wrong') },
    401,
    'unauthenticated',
    'writeKey',
  ],
  ['no JSON', '/v1/track', '{"userId"', {}, 400, 'invalid', undefined],
  ['no name', '/v1/track', '{"userId":"c"}', {}, 400, 'invalid', 'event'],
  ['nobody', '/v1/page', '{"name":"Home"}', {}, 400, 'invalid', 'userId'],
  ['no list', '/v1/batch', '{"batch":1}', {}, 400, 'invalid', 'batch'],
  [
    'an event over 32 KB',
    '/v1/track',
    JSON.stringify({ userId: 'c', event: 'E', properties: { a: 'x'.repeat(33_000) } }),
    {},
    413,
    'too-large',
    undefined,
  ],
  [
    'a batch over 500 KB',
    '/v1/batch',
    JSON.stringify({ batch: [], context: 'x'.repeat(520_000) }),
    {},
    413,
    'too-large',
    undefined,
  ],
])('%s is refused with its code', async (_what, path, body, headers, status, code, field) => {
  const answered = await post(path, body, headers)
  expect(answered.status).toBe(status)
  expect(answered.json).toMatchObject({ code, ...(field && { field }) })
  expect(answered.headers.get('content-type')).toContain('application/problem+json')
})
