import { trackingUrls } from '@relance/core/token/tracking-urls'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
let url: string
beforeAll(async () => {
  t = await testApp()
})
beforeEach(async () => {
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
  const ids = { workspaceId: shop.scope.workspaceId, messageId: run.messageId }
  const { unsubscribe } = trackingUrls('http://localhost', await workspaceSecret(shop.scope), ids)
  url = `${unsubscribe.replace('http://localhost', '')}/preferences`
  await t.ask(shop.apiKey, 'PATCH', `/api/workspaces/${ids.workspaceId}`, {
    preferences: {
      topics: [
        { key: 'news', en: 'New arrivals', fr: 'Nouveautés' },
        { key: 'offers', en: 'Offers', fr: 'Offres' },
      ],
    },
  })
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      insert into consents (workspace_id, contact_id, channel, state, source, at)
      values (${workspaceId}, ${run.contactId}, 'email', 'given', 'form', now())
      on conflict (workspace_id, contact_id, channel) do update set state = 'given'`,
  )
})
afterAll(() => t.close())

const choose = (fields: [string, string][]) =>
  t.app.request(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const said = async () => {
  const { json } = await t.ask(shop.apiKey, 'GET', `/api/events?contactId=${run.contactId}`)
  return json.items
    .filter(({ source }: { source: string }) => source === 'tracking')
    .map(({ name, properties }: { name: string; properties: Record<string, unknown> }) => ({
      name,
      ...properties,
    }))
}

test('the page shows what stands, in the reader’s language, and changes nothing, whoever asks', async () => {
  for (const method of ['GET', 'HEAD'])
    expect((await t.app.request(url, { method })).status).toBe(200)
  const page = await (await t.app.request(url, { headers: { 'accept-language': 'fr' } })).text()
  for (const part of ['Nouveautés', 'Moins souvent', 'Rien pendant 30 jours', 'Par e-mail'])
    expect(page).toContain(part)
  expect(page).toMatch(/name="topics" value="news" checked/)
  expect(page).toMatch(/name="pace" value="usual" checked/)
  expect(page).toMatch(/name="channels" value="email" checked/)
  expect(await said()).toEqual([])
})

test('choices are told as one event, and the page confirms them', async () => {
  const response = await choose([
    ...[['topics', 'news'] as [string, string], ['pace', 'less'] as [string, string]],
    ['channels', 'email'],
  ])
  const page = await response.text()
  expect(page).toContain('Your choices are saved.')
  expect(page).toMatch(/name="pace" value="less" checked/)
  expect(page).not.toMatch(/value="offers" checked/)
  expect(await said()).toMatchObject([
    {
      ...{ name: 'Preferences Changed', message_id: run.messageId, wantsLess: true },
      ...{ pausedUntil: null, topicsOff: ['offers'], channels: {} },
    },
  ])
})

test('a pause lasts 30 days from now', async () => {
  await choose([
    ['topics', 'news'],
    ['topics', 'offers'],
    ['pace', 'pause'],
    ['channels', 'email'],
  ])
  expect(await said()).toMatchObject([{ pausedUntil: '2026-04-02T10:00:00.000Z', topicsOff: [] }])
})

test('“stop everything” unsubscribes, whatever else is ticked', async () => {
  const response = await choose([
    ['channels', 'email'],
    ['pace', 'usual'],
    ['act', 'stop'],
  ])
  expect(await response.text()).toContain('You will receive nothing more')
  expect((await said()).map(({ name }: { name: string }) => name).sort()).toEqual([
    'Preferences Changed',
    'Unsubscribed',
  ])
})

test('what was not shown cannot be chosen, and a link that somebody changed is not believed', async () => {
  await choose([
    ['topics', 'secret'],
    ['channels', 'sms'],
    ['pace', '<b>'],
  ])
  expect(await said()).toMatchObject([
    { topicsOff: ['news', 'offers'], channels: { email: false }, wantsLess: false },
  ])
  const changed = url.replace(/.(?=\/preferences$)/, (last) => (last === 'A' ? 'B' : 'A'))
  expect((await t.app.request(changed)).status).toBe(404)
  expect((await t.app.request(changed, { method: 'POST' })).status).toBe(404)
})

test('what is no form, or far too large a one, is refused in words', async () => {
  const post = (body: string, type: string) =>
    t.app.request(url, { method: 'POST', body, headers: { 'content-type': type } })
  expect((await post('{"pace":"less"}', 'application/json')).status).toBe(400)
  const form = 'application/x-www-form-urlencoded'
  expect((await post(`pace=${'x'.repeat(100_000)}`, form)).status).toBe(413)
  expect(await said()).toEqual([])
})

test('the page that unsubscribes leads to it', async () => {
  const page = await (await t.app.request(url.replace('/preferences', ''))).text()
  expect(page).toContain(`href="${url}"`)
})

test('whoever has unsubscribed before is told so, and not asked again', async () => {
  const link = url.replace('/preferences', '')
  const page = async () =>
    (await t.app.request(link, { headers: { 'accept-language': 'fr' } })).text()
  expect(await page()).toContain('Me désabonner')
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      update consents set state = 'refused' where workspace_id = ${workspaceId} and contact_id = ${run.contactId}`,
  )
  const again = await page()
  expect(again).toContain('Vous ne recevez déjà plus ces e-mails')
  expect(again).not.toContain('<form')
  expect(again).toContain('Choisir ce que je reçois')
})
