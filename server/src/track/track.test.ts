import { trackingUrls } from '@relance/core/token/tracking-urls'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
let urls: ReturnType<typeof trackingUrls>
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
  const ids = { workspaceId: shop.scope.workspaceId, messageId: run.messageId }
  urls = trackingUrls('http://localhost:3000', await workspaceSecret(shop.scope), ids)
})
afterAll(() => t.close())

const at = (url: string, init: RequestInit = {}) =>
  t.app.request(url.replace('http://localhost:3000', ''), init)
const events = async (name: string) => {
  const { json } = await t.ask(shop.apiKey, 'GET', `/api/events?contactId=${run.contactId}`)
  return json.items.filter((event: { name: string }) => event.name === name)
}

test('loading the pixel is an open of that message', async () => {
  const response = await at(urls.open)
  expect(response.headers.get('content-type')).toBe('image/gif')
  expect(await events('Email Opened')).toMatchObject([
    {
      source: 'tracking',
      at: '2026-03-03T10:00:00.000Z',
      properties: {
        message_id: run.messageId,
        node_id: 'mail-1',
        flow_id: run.flowId,
        enrolment_id: run.enrolmentId,
      },
    },
  ])
})

test('a click leads on, naming the visitor to the site, and is recorded; what a program follows is kept apart', async () => {
  const link = urls.click('https://shop.example/p?a=1')
  expect((await at(link, { method: 'HEAD' })).status).toBe(302)
  const filter = { headers: { 'user-agent': 'BarracudaCentral/1.0' } }
  expect((await at(link, filter)).status).toBe(302)
  expect((await at(urls.open, filter)).status).toBe(200)
  expect(await events('Email Link Clicked')).toEqual([])
  expect([await events('Email Link Scanned'), await events('Email Prefetched')]).toMatchObject([
    [{ source: 'tracking' }, { source: 'tracking' }],
    [{ source: 'tracking' }],
  ])
  const response = await at(link)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toMatch(
    /^https:\/\/shop\.example\/p\?a=1&ajs_uid=c-1&relance_v=[\w.-]+$/,
  )
  expect(await events('Email Link Clicked')).toMatchObject([
    { properties: { link_url: 'https://shop.example/p?a=1' } },
  ])
})

test('the unsubscribe page asks and changes nothing', async () => {
  const response = await at(urls.unsubscribe, { headers: { 'accept-language': 'fr' } })
  const page = await response.text()
  expect(page).toContain('<form method="post">')
  expect(page).toContain('Me désabonner')
  expect(await events('Unsubscribed')).toEqual([])
})

test('its button, and a mail program’s one click, unsubscribe', async () => {
  for (const body of ['', 'List-Unsubscribe=One-Click']) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const response = await at(urls.unsubscribe, { method: 'POST', body, headers })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('You are unsubscribed')
  }
  expect(await events('Unsubscribed')).toHaveLength(2)
})

test('a link that somebody changed, or of another kind, is not believed', async () => {
  const changed = urls.unsubscribe.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect((await at(changed, { method: 'POST' })).status).toBe(404)
  expect((await at(urls.unsubscribe.replace('/u/', '/r/'))).status).toBe(404)
  expect((await at('/r/hello')).status).toBe(404)
})

test('a link that was cut is told to a person as a page in their language, and to a program as to any other', async () => {
  const asPerson = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'fr' }
  for (const path of ['/u/cut.off', '/u/cut.off/preferences', '/r/cut.off']) {
    const page = await t.app.request(path, { headers: asPerson })
    expect([page.status, page.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('text/html'),
    ])
    expect(await page.text()).toContain('Ce lien ne mène nulle part')
  }
  const told = await t.app.request('/r/cut.off')
  expect([told.status, await told.json()]).toMatchObject([404, { code: 'not-found' }])
})
