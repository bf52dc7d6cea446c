import { inTransaction } from '@relance/db/connection/in-transaction'
import { loadMailProviders } from '@relance/db/sender/mail-providers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
})
afterAll(() => t.close())

const put = (...items: object[]) => t.ask(shop.apiKey, 'PUT', '/api/sender/providers', { items })
const secrets = async () =>
  (await inTransaction(shop.scope, loadMailProviders)).map(({ secret }) => secret)

const brevo = { kind: 'brevo' }
const smtp = { kind: 'smtp', host: 'mail.shop.example', user: 'shop' }

test('providers keep their order and their secrets, which are never answered', async () => {
  const first = await put(
    { settings: brevo, secret: 'key-1' },
    { settings: smtp, secret: 'word-1' },
    { settings: { kind: 'own' } },
  )
  expect(first.status).toBe(200)
  expect(JSON.stringify(first.json)).not.toMatch(/key-1|word-1/)
  const [b, s, own] = first.json.items
  expect([b, s, own].map(({ hasSecret }) => hasSecret)).toEqual([true, true, false])
  expect(s.settings).toEqual({ ...smtp, port: 587, secure: false })
  const again = await put(own, { id: s.id, settings: s.settings }, { id: b.id, settings: brevo })
  expect(again.json.items.map(({ id }: { id: string }) => id)).toEqual([own.id, s.id, b.id])
  expect(await secrets()).toEqual(['', 'word-1', 'key-1'])
  const seen = await t.ask(shop.apiKey, 'GET', '/api/sender/providers')
  expect(JSON.stringify(seen.json)).not.toMatch(/key-1|word-1/)
})

test('a password does not follow to another host, and a key is asked for', async () => {
  const { json } = await put({ settings: smtp, secret: 'word-1' })
  const { id } = json.items[0]
  await put({ id, settings: { ...smtp, host: 'evil.example' } })
  expect(await secrets()).toEqual([''])
  expect(await put({ settings: brevo })).toMatchObject({
    ...{ status: 400, json: { code: 'invalid', field: 'items.0.secret' } },
  })
  expect(await put({ settings: { ...smtp, host: 'a b' } })).toMatchObject({ status: 400 })
  expect((await put({ settings: { kind: 'own' } }, { settings: { kind: 'own' } })).status).toBe(400)
  expect(await secrets()).toEqual([''])
})
