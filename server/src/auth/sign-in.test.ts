import { setMember } from '@relance/db/member/members'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'
import { issueSignInLink } from './auth'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
})
afterAll(() => t.close())

const pathOf = (url: string) => url.replace('http://localhost:3000', '')

async function signIn(email: string): Promise<string> {
  const response = await t.app.request(pathOf(await issueSignInLink(t.auth, email)))
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const askAs = (
  cookie: string,
  path: string,
  init: RequestInit = {},
  workspaceId = shop.scope.workspaceId,
) =>
  t.app.request(path, {
    ...init,
    headers: { cookie, 'relance-workspace': workspaceId, 'content-type': 'application/json' },
  })

test('a sign-in link works once and leads to the app', async () => {
  const link = pathOf(await issueSignInLink(t.auth, t.owner.email))
  const first = await t.app.request(link)
  expect(first.status).toBe(302)
  expect(new URL(first.headers.get('location') ?? '').pathname).toBe('/')
  expect(first.headers.get('set-cookie')).toContain('HttpOnly')
  const second = await t.app.request(link)
  expect(second.headers.get('location')).toContain('/sign-in')
  expect(second.headers.get('set-cookie')).toBeNull()
})

test('the owner opens all workspaces of the organisation, and nobody else’s', async () => {
  const cookie = await signIn(t.owner.email)
  const me = await (await t.app.request('/api/me', { headers: { cookie } })).json()
  expect(me.user).toMatchObject({ email: 'owner@shop.example' })
  expect(me.workspaces).toMatchObject([{ id: shop.scope.workspaceId, role: 'owner' }])
  expect((await askAs(cookie, '/api/flows')).status).toBe(200)
  expect((await t.app.request('/api/flows', { headers: { cookie } })).status).toBe(400)
  expect(
    (await askAs(cookie, '/api/flows', {}, '01980000-0000-7000-8000-000000000009')).status,
  ).toBe(404)
})

test('an owner adds people, whose role then says what they may do', async () => {
  const added = await t.ask(shop.apiKey, 'POST', '/api/members', {
    email: 'ed@shop.example',
    name: 'Ed',
    role: 'viewer',
  })
  expect(added.json).toMatchObject({ email: 'ed@shop.example', role: 'viewer' })
  const cookie = await signIn('ed@shop.example')
  expect((await askAs(cookie, '/api/flows')).status).toBe(200)
  const create = { method: 'POST', body: JSON.stringify({ template: 'cart-abandonment' }) }
  expect((await askAs(cookie, '/api/flows', create)).status).toBe(403)
  expect((await askAs(cookie, '/api/keys')).status).toBe(403)
  await setMember(shop.scope, added.json.userId, 'editor')
  const made = await askAs(cookie, '/api/flows', create)
  expect(made.status).toBe(201)
  const { id } = await made.json()
  const publish = { method: 'POST', body: JSON.stringify({ people: 'finish' }) }
  expect((await askAs(cookie, `/api/flows/${id}/publish`, publish)).status).toBe(403)
  await setMember(shop.scope, added.json.userId, 'publisher')
  expect((await askAs(cookie, `/api/flows/${id}/publish`, publish)).status).toBe(200)
  expect((await t.ask(shop.apiKey, 'DELETE', `/api/members/${added.json.userId}`)).status).toBe(204)
  expect((await askAs(cookie, '/api/flows')).status).toBe(404)
})

test('a link is mailed on request, and to nobody who may not sign in', async () => {
  const request = (email: string) =>
    t.app.request('/api/auth/sign-in/magic-link', {
      method: 'POST',
      body: JSON.stringify({ email }),
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    })
  expect((await request(t.owner.email)).status).toBe(200)
  expect(t.mailed.at(-1)).toMatchObject({
    email: t.owner.email,
    url: expect.stringContaining('/sign-in/link?token='),
  })
  await request('stranger@shop.example')
  const link = t.mailed.find(({ email }) => email === 'stranger@shop.example')
  if (link) expect((await t.app.request(pathOf(link.url))).headers.get('set-cookie')).toBeNull()
})

test('signing out ends the session', async () => {
  const cookie = await signIn(t.owner.email)
  expect(
    (await t.app.request('/api/sign-out', { method: 'POST', headers: { cookie } })).status,
  ).toBe(204)
  expect((await t.app.request('/api/me', { headers: { cookie } })).status).toBe(401)
})

test('keys are shown once, listed by their last letters, and end when revoked', async () => {
  const made = await t.ask(shop.apiKey, 'POST', '/api/keys', { kind: 'api', name: 'Script' })
  expect(made.json.key).toMatch(/^rl_/)
  expect((await t.ask(made.json.key, 'GET', '/api/flows')).status).toBe(200)
  const { json } = await t.ask(shop.apiKey, 'GET', '/api/keys')
  expect(json.items.at(-1)).toMatchObject({ name: 'Script', hint: made.json.key.slice(-4) })
  expect(JSON.stringify(json)).not.toContain(made.json.key)
  expect((await t.ask(shop.apiKey, 'DELETE', `/api/keys/${made.json.id}`)).status).toBe(204)
  expect((await t.ask(made.json.key, 'GET', '/api/flows')).status).toBe(401)
})
