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
  url = `${unsubscribe.replace('http://localhost', '')}/confirm`
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) =>
      sql`delete from consents where workspace_id = ${workspaceId} and contact_id = ${run.contactId}`,
  )
})
afterAll(() => t.close())

/** A yes said on the site, on the day given. */
const ask = (at: string) =>
  inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      insert into consent_log (workspace_id, id, contact_id, channel, state, source, wording, at)
      values (${workspaceId}, gen_random_uuid(), ${run.contactId}, 'email', 'asked', 'identify', 'News & <offers>', ${at})`,
  )
const said = async () => {
  const { json } = await t.ask(shop.apiKey, 'GET', `/api/events?contactId=${run.contactId}`)
  return json.items.map(({ name }: { name: string }) => name)
}

test('following the link changes nothing; its button confirms', async () => {
  await ask('2026-03-02T10:00:00Z')
  for (const method of ['GET', 'HEAD'])
    expect((await t.app.request(url, { method })).status).toBe(200)
  const page = await (await t.app.request(url, { headers: { 'accept-language': 'fr' } })).text()
  expect(page).toContain('Oui, écrivez-moi')
  expect(page).toContain('News &amp; &lt;offers&gt;')
  expect(await said()).toEqual([])
  const done = await (await t.app.request(url, { method: 'POST' })).text()
  expect(done).toContain('Thank you, your yes is noted')
  expect(await said()).toEqual(['Consent Confirmed'])
})

test('a request older than 30 days, or none, cannot be confirmed', async () => {
  await ask('2026-01-30T10:00:00Z')
  expect(await (await t.app.request(url)).text()).toContain('This link no longer counts')
  const page = await (await t.app.request(url, { method: 'POST' })).text()
  expect(page).toContain('This link no longer counts')
  expect(await said()).toEqual([])
})

test('a link that somebody changed is not believed', async () => {
  await ask('2026-03-02T10:00:00Z')
  const changed = url.replace(/.(?=\/confirm$)/, (last) => (last === 'A' ? 'B' : 'A'))
  expect((await t.app.request(changed, { method: 'POST' })).status).toBe(404)
  expect(await said()).toEqual([])
})
