import { loadMails } from '@relance/templates/load-mails'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
})
afterAll(() => t.close())

test('a script makes a workspace on a test clock, with keys that work there', async () => {
  const asked = {
    name: 'Try',
    timeZone: 'Europe/Paris',
    locale: 'fr',
    clock: { now: '2026-03-02T10:00:00Z' },
  }
  const { status, json } = await t.ask(shop.apiKey, 'POST', '/api/workspaces', asked)
  expect(status).toBe(201)
  expect(json).toMatchObject({
    name: 'Try',
    clock: { kind: 'test', now: '2026-03-02T10:00:00.000Z' },
  })
  expect((await t.ask(json.apiKey, 'GET', '/api/test-clock')).json).toEqual({
    now: '2026-03-02T10:00:00.000Z',
  })
  expect((await t.ask(json.apiKey, 'GET', `/api/workspaces/${json.id}`)).json).toMatchObject({
    locale: 'fr',
  })
  const { json: mails } = await t.ask(json.apiKey, 'GET', '/api/mail-templates')
  expect(mails.items).toHaveLength((await loadMails()).length)
  expect((await t.ask(json.apiKey, 'POST', '/api/workspaces', asked)).status).toBe(403)
})

test('an idle test clock moves at once, and never backwards', async () => {
  const { json } = await t.ask(shop.apiKey, 'POST', '/api/workspaces', {
    name: 'Try',
    clock: { now: '2026-03-02T10:00:00Z' },
  })
  const advance = (to: string) => t.ask(json.apiKey, 'POST', '/api/test-clock/advance', { to })
  expect((await advance('2026-04-02T10:00:00Z')).json).toEqual({
    now: '2026-04-02T10:00:00.000Z',
    bursts: 0,
    messages: 0,
  })
  expect(await advance('2026-03-02T10:00:00Z')).toMatchObject({
    status: 409,
    json: { field: 'to' },
  })
})

test('settings change one by one', async () => {
  const path = `/api/workspaces/${shop.scope.workspaceId}`
  await t.ask(shop.apiKey, 'PATCH', path, {
    allowPrivateWebhooks: true,
    shop: { name: 'Lumen', phone: '0 800' },
  })
  const { json } = await t.ask(shop.apiKey, 'PATCH', path, { name: 'Renamed' })
  expect(json).toMatchObject({
    name: 'Renamed',
    allowPrivateWebhooks: true,
    shop: { name: 'Lumen' },
    clock: { kind: 'real' },
  })
})

test('events, fields, products and status are there for the app', async () => {
  await t.ask(shop.apiKey, 'POST', '/api/events', {
    contact: { externalId: 'c-1' },
    name: 'Signed Up',
  })
  expect((await t.ask(shop.apiKey, 'GET', '/api/event-names')).json.items).toMatchObject([
    { name: 'Signed Up', count: 1 },
  ])
  const { json: fields } = await t.ask(shop.apiKey, 'GET', '/api/contact-fields', undefined, {
    'accept-language': 'fr',
  })
  expect(fields.items).toContainEqual({
    field: 'firstName',
    kind: 'text',
    label: 'prénom',
    known: true,
  })
  const items = [{ productId: 'p-1', title: 'Print', priceCents: 4800, currency: 'EUR' }]
  expect((await t.ask(shop.apiKey, 'POST', '/api/products', { items })).json).toEqual({ taken: 1 })
  expect((await t.ask(shop.apiKey, 'GET', '/api/products')).json.items).toMatchObject(items)
  expect((await t.ask(shop.apiKey, 'GET', '/api/status')).json).toMatchObject({
    inboxUrl: null,
    url: 'http://localhost:3000',
  })
})

test('an event can be recorded for somebody known by their address alone', async () => {
  const { json: contact } = await t.ask(shop.apiKey, 'POST', '/api/contacts', {
    email: 'only@shop.example',
  })
  const send = (email: string) =>
    t.ask(shop.apiKey, 'POST', '/api/events', { contact: { email }, name: 'Signed Up' })
  expect((await send('only@shop.example')).json).toEqual({ taken: 1, duplicates: 0 })
  const { json } = await t.ask(shop.apiKey, 'GET', `/api/events?contactId=${contact.id}`)
  expect(json.items).toMatchObject([{ name: 'Signed Up', contactId: contact.id, source: 'app' }])
  expect((await send('nobody@shop.example')).status).toBe(404)
})

test('in another language the mails that ship are called as it calls them, but for those somebody named', async () => {
  const { json: made } = await t.ask(shop.apiKey, 'POST', '/api/workspaces', { name: 'Renamed' })
  const ask = (method: string, path: string, body?: unknown) =>
    t.ask(made.apiKey, method, path, body)
  const named = async () =>
    new Map<string, string>(
      (await ask('GET', '/api/mail-templates?limit=200')).json.items.map(
        ({ key, name }: { key: string; name: string }) => [key, name],
      ),
    )
  expect((await named()).get('cart-help')).toBe('Cart: help')
  const { json } = await ask('GET', '/api/mail-templates?limit=200')
  const own = json.items.find(({ key }: { key: string }) => key === 'birthday')
  const { json: mail } = await ask('GET', `/api/mail-templates/${own.id}`)
  const saved = await ask('PUT', `/api/mail-templates/${own.id}`, {
    name: 'Cake',
    languages: mail.languages,
  })
  expect(saved.status).toBe(200)
  await ask('PATCH', `/api/workspaces/${made.id}`, { locale: 'fr' })
  const now = await named()
  expect([now.get('cart-help'), now.get('birthday')]).toEqual(['Panier\u00a0: aide', 'Cake'])
})
