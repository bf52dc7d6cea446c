import { setMember } from '@relance/db/member/members'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../app'
import { issueSignInLink } from '../auth/auth'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'
import type { TestMail } from '../try/mail-path'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
let cookie: string
let app: TestApp['app']
const sent: TestMail[] = []
beforeAll(async () => {
  t = await testApp()
  app = createApp({ ...t.services, sendTestMail: async (mail) => void sent.push(mail) })
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
  await setMember(shop.scope, t.owner.id, 'editor')
  const link = (await issueSignInLink(t.auth, t.owner.email)).replace('http://localhost:3000', '')
  cookie = ((await t.app.request(link)).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
})
afterAll(() => t.close())

const signedIn = async (path: string, body: object) => {
  const headers = {
    cookie,
    'relance-workspace': shop.scope.workspaceId,
    'content-type': 'application/json',
  }
  const response = await app.request(path, {
    ...{ method: 'POST', headers, body: JSON.stringify(body) },
  })
  return { status: response.status, json: await response.json() }
}
const mjml =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{ contact.first_name }}</mj-text></mj-column></mj-section></mj-body></mjml>'
const draft = { subject: 'Hello {{ contact.first_name }}', preheader: '', mjml }
const messages = async () =>
  (await t.ask(shop.apiKey, 'GET', '/api/messages')).json.items.map(({ id }: { id: string }) => id)

test('a test of a draft goes to whoever is signed in, says so, and leaves no message behind', async () => {
  const { json: made } = await t.ask(shop.apiKey, 'POST', '/api/mail-templates', {
    ...{ name: 'Hello', locale: 'en', ...draft },
  })
  const before = await messages()
  const answered = await signedIn(`/api/mail-templates/${made.id}/test`, {
    ...{ locale: 'en', contactId: run.contactId, draft: { ...draft, subject: 'Draft' } },
  })
  expect(answered).toEqual({ status: 200, json: { sentTo: t.owner.email } })
  expect(sent).toMatchObject([{ to: t.owner.email, subject: '[Test] Draft' }])
  expect(sent[0]?.html).toContain('Hello Ada')
  expect(await messages()).toEqual(before)
})

test('a key has no address: it sends no test', async () => {
  const { json: made } = await t.ask(shop.apiKey, 'POST', '/api/mail-templates', {
    ...{ name: 'Hello', locale: 'en', ...draft },
  })
  const path = `/api/mail-templates/${made.id}/test`
  const before = sent.length
  expect((await t.ask(shop.apiKey, 'POST', path, { locale: 'en' })).status).toBe(403)
  expect(sent).toHaveLength(before)
})
