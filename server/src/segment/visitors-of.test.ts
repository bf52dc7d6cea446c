import { signToken } from '@relance/core/token/sign-token'
import { trackingUrls } from '@relance/core/token/tracking-urls'
import { getContact } from '@relance/db/contact/get-contact'
import { react } from '@relance/db/testing/know-workspace'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

const setUp = async (): Promise<{ shop: TestWorkspace; run: SeededRun }> => {
  const shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  return { shop, run: await seedRun(shop.scope) }
}

/** What relance.js sends from one browser. */
const send = async (shop: TestWorkspace, anonymousId: string, ...calls: object[]) => {
  const batch = calls.map((call) => ({ ...call, anonymousId }))
  const answer = await t.app.request('/v1/batch', {
    method: 'POST',
    headers: { 'content-type': 'text/plain', origin: 'https://shop.example' },
    body: JSON.stringify({ writeKey: shop.writeKey, batch }),
  })
  expect(await answer.json()).toMatchObject({ taken: calls.length, refusals: [] })
  await react(shop.scope)
}

const page = (section: string, timestamp: string) => ({
  type: 'page',
  properties: { path: `/${section}/1`, section },
  timestamp,
})

/** What the link of the mail brings to the shop's page. */
const click = async (shop: TestWorkspace, { messageId }: SeededRun) => {
  const secret = await workspaceSecret(shop.scope)
  const ids = { workspaceId: shop.scope.workspaceId, messageId }
  const urls = trackingUrls('', secret, ids)
  const answer = await t.app.request(urls.click('https://shop.example/sale'))
  const visitorToken = new URL(answer.headers.get('location') ?? '').searchParams.get('relance_v')
  return { type: 'identify', traits: {}, visitorToken }
}

test('three pages seen unrecognised join the record by the signed link of a mail, and the second browser’s likewise', async () => {
  const { shop, run } = await setUp()
  await send(
    shop,
    'phone',
    page('nature', '2026-03-01T10:00:00Z'),
    page('nature', '2026-03-01T10:10:00Z'),
  )
  await send(shop, 'phone', page('portrait', '2026-03-01T10:20:00Z'))
  expect((await getContact(shop.scope, run.contactId)).state.visitsCount).toBe(0)
  await send(shop, 'phone', await click(shop, run))
  const record = await getContact(shop.scope, run.contactId)
  expect(record.state).toMatchObject({ visitsCount: 1, lastVisitAt: '2026-03-01T10:00:00.000Z' })
  expect(record.sections).toEqual([
    { section: 'nature', pages: 2, lastAt: '2026-03-01T10:20:00.000Z' },
    { section: 'portrait', pages: 1, lastAt: '2026-03-01T10:20:00.000Z' },
  ])
  await send(shop, 'desk', page('nature', '2026-03-02T08:00:00Z'), await click(shop, run))
  const later = await getContact(shop.scope, run.contactId)
  expect(later.state).toMatchObject({ visitsCount: 2, lastVisitAt: '2026-03-02T08:00:00.000Z' })
  expect(later.identities.map(({ value }) => value)).toEqual(['c-1', 'desk', 'phone'])
})

test('a cookie that was another’s is the clicker’s from then on; the past stays where it was', async () => {
  const { shop, run } = await setUp()
  await send(shop, 'shared', { type: 'identify', userId: 'other', traits: {} })
  await send(shop, 'shared', page('nature', '2026-03-01T10:00:00Z'))
  await send(shop, 'shared', await click(shop, run), page('home', '2026-03-02T10:00:00Z'))
  expect((await getContact(shop.scope, run.contactId)).state.visitsCount).toBe(1)
  const { json } = await t.ask(shop.apiKey, 'GET', '/api/contacts?externalId=other')
  const other = await getContact(shop.scope, json.items[0].id)
  expect(other).toMatchObject({ state: { visitsCount: 1 }, sections: [{ section: 'nature' }] })
})

test.each([
  ['too old', { k: 'v' as const, t: 1_700_000_000 }],
  ['without a date', { k: 'v' as const }],
  ['of another kind', { k: 'u' as const }],
])('a token %s names nobody', async (_how, said) => {
  const { shop, run } = await setUp()
  const payload = { w: shop.scope.workspaceId, m: run.messageId, ...said }
  const visitorToken = signToken(await workspaceSecret(shop.scope), payload)
  await send(shop, 'c', page('nature', '2026-03-01T10:00:00Z'), { type: 'identify', visitorToken })
  expect((await getContact(shop.scope, run.contactId)).state.visitsCount).toBe(0)
})

test('a token of another workspace, or a forged one, names nobody', async () => {
  const [{ shop, run }, elsewhere] = [await setUp(), await setUp()]
  const foreign = await click(elsewhere.shop, elsewhere.run)
  const own = await click(shop, run)
  const forged = {
    ...own,
    visitorToken: own.visitorToken?.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
  }
  await send(shop, 'c', page('nature', '2026-03-01T10:00:00Z'), foreign, forged)
  expect((await getContact(shop.scope, run.contactId)).state.visitsCount).toBe(0)
})
