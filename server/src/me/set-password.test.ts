import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueSignInLink } from '../auth/auth'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
})
afterAll(() => t.close())

const cookieOf = (response: Response) =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

const byLink = async () => {
  const link = await issueSignInLink(t.auth, t.owner.email)
  return cookieOf(await t.app.request(link.replace('http://localhost:3000', '')))
}

const send = (path: string, body: unknown, cookie = '') =>
  t.app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie, 'content-type': 'application/json', origin: 'http://localhost:3000' },
  })

const byPassword = (password: string) =>
  send('/api/auth/sign-in/email', { email: t.owner.email, password })

const opens = async (cookie: string) =>
  (await t.app.request('/api/me', { headers: { cookie } })).status === 200

/** Makes a session look as if it began an hour ago. */
const age = () => t.sql`update auth.sessions set created_at = created_at - interval '1 hour'`

test('the owner sets a password, signs in with it, and other sessions end', async () => {
  const elsewhere = await byLink()
  const here = await byLink()
  expect((await byPassword('correct horse')).status).toBe(401)
  expect((await send('/api/me/password', { password: 'correct horse' }, here)).status).toBe(204)
  const entered = await byPassword('correct horse')
  expect(entered.status).toBe(200)
  expect(await opens(cookieOf(entered))).toBe(true)
  expect(await opens(here)).toBe(true)
  expect(await opens(elsewhere)).toBe(false)
})

test('later on the current password is asked for, and must be right', async () => {
  const cookie = cookieOf(await byPassword('correct horse'))
  await age()
  const change = (body: object) =>
    send('/api/me/password', { password: 'battery staple', ...body }, cookie)
  expect(await (await change({})).json()).toMatchObject({ status: 400, field: 'current' })
  expect(await (await change({ current: 'wrong horse' })).json()).toMatchObject({
    status: 400,
    field: 'current',
  })
  expect((await change({ current: 'correct horse' })).status).toBe(204)
  expect((await byPassword('correct horse')).status).toBe(401)
  expect((await byPassword('battery staple')).status).toBe(200)
})

test('who forgot it signs in by a link and sets another one', async () => {
  const cookie = await byLink()
  expect((await send('/api/me/password', { password: 'third time lucky' }, cookie)).status).toBe(
    204,
  )
  expect((await byPassword('third time lucky')).status).toBe(200)
})

test('a password that is too short, a key, and nobody are refused', async () => {
  const cookie = await byLink()
  expect(
    await (await send('/api/me/password', { password: 'short' }, cookie)).json(),
  ).toMatchObject({ status: 400, field: 'password' })
  const body = { password: 'correct horse' }
  expect((await t.ask(shop.apiKey, 'POST', '/api/me/password', body)).status).toBe(403)
  expect((await send('/api/me/password', body)).status).toBe(401)
})
