import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from './test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
})
afterAll(() => t.close())

const nowhere = '01980000-0000-7000-8000-000000000009'
const node = { id: 'start', type: 'on-event', config: {} }

test.each([
  [
    'a name that is missing',
    'POST',
    '/api/flows',
    { graph: { nodes: [], edges: [] } },
    400,
    undefined,
  ],
  ['a graph without nodes', 'POST', '/api/flows', { name: 'A', graph: {} }, 400, undefined],
  [
    'settings with an unknown goal',
    'POST',
    '/api/flows',
    { name: 'A', graph: { nodes: [node], edges: [] }, settings: { goal: 'win' } },
    400,
    'settings.goal',
  ],
  [
    'settings with a wrong duration',
    'POST',
    '/api/flows',
    { name: 'A', graph: { nodes: [node], edges: [] }, settings: { maxStay: 'soon' } },
    400,
    'settings.maxStay',
  ],
  ['a template nobody knows', 'POST', '/api/flows', { template: 'nonsense' }, 404, 'template'],
  ['an id that is none', 'GET', '/api/flows/hello', undefined, 400, 'flowId'],
  ['an id of nothing', 'GET', `/api/flows/${nowhere}`, undefined, 404, undefined],
  [
    'a choice that does not exist',
    'POST',
    `/api/flows/${nowhere}/publish`,
    { people: 'stay' },
    400,
    'people',
  ],
  ['a limit over 500', 'GET', '/api/flows?limit=501', undefined, 400, 'limit'],
  ['a made-up cursor', 'GET', '/api/flows?cursor=hello', undefined, 400, 'cursor'],
  ['a test clock on the real clock', 'GET', '/api/test-clock', undefined, 409, undefined],
  ['an instant that is none', 'POST', '/api/test-clock/advance', { to: 'tomorrow' }, 400, 'to'],
  [
    'an unknown zone',
    'POST',
    '/api/workspaces',
    { name: 'A', timeZone: 'Mars/Olympus' },
    400,
    'timeZone',
  ],
  ['an offer of nothing', 'POST', '/api/offers', { name: 'A', valueCents: 0 }, 400, 'valueCents'],
  ['an event of nobody', 'POST', '/api/events', { contact: {}, name: 'A' }, 400, 'contact'],
  [
    'an event without a name',
    'POST',
    '/api/events',
    { contact: { externalId: 'c' } },
    400,
    'event',
  ],
  ['a NUL in a text', 'POST', '/api/keys', { kind: 'api', name: 'a\u0000b' }, 400, undefined],
  [
    'a mail in no language',
    'POST',
    '/api/mail-templates',
    { name: 'A', languages: {} },
    400,
    'languages',
  ],
  [
    'a body over 2 MB',
    'POST',
    '/api/products',
    { items: [{ productId: 'p', title: 'x'.repeat(2_100_000) }] },
    413,
    undefined,
  ],
])('%s is refused in words, with its field', async (_what, method, path, body, status, field) => {
  const { json, headers } = await t.ask(shop.apiKey, method, path, body)
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(json).toMatchObject({
    status,
    code: expect.any(String),
    detail: expect.stringMatching(/\w/),
    requestId: expect.any(String),
    ...(field && { field }),
  })
})

test('a body that is no JSON is refused', async () => {
  const headers = { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' }
  const response = await t.app.request('/api/flows', { method: 'POST', body: '{"name"', headers })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid' })
})

test('an import without a file, or with a mapping that is no JSON, is refused', async () => {
  const send = (fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return t.app.request('/api/imports', {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${shop.apiKey}` },
    })
  }
  expect(await (await send({ kind: 'contacts' })).json()).toMatchObject({
    status: 400,
    field: 'file',
  })
  const file = new File(['a'], 'a.csv')
  expect(await (await send({ kind: 'contacts', file, mapping: 'x' })).json()).toMatchObject({
    status: 400,
    field: 'mapping',
  })
  expect(await (await send({ kind: 'horses', file })).json()).toMatchObject({
    status: 400,
    field: 'kind',
  })
  const { id } = await (
    await send({ kind: 'contacts', file, mapping: '{"a":"externalId"}' })
  ).json()
  expect((await t.ask(shop.apiKey, 'GET', `/api/imports/${id}`)).json).toMatchObject({
    state: 'queued',
    fileName: 'a.csv',
    refusals: [],
  })
})

test('with the database away, answers are 503 with Retry-After', async () => {
  const other = await testApp()
  const { apiKey } = await other.workspace()
  await other.sql.end()
  const { status, headers, json } = await other.ask(apiKey, 'GET', '/api/flows')
  expect(status).toBe(503)
  expect(headers.get('retry-after')).toBe('5')
  expect(json).toMatchObject({ code: 'unavailable' })
  const health = await other.app.request('/health')
  expect([health.status, await health.json()]).toMatchObject([503, { status: 'down' }])
  await other.database.drop()
})
