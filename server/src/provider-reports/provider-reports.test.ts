import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { signReturnToken } from '@relance/core/token/return-token'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../app'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const secrets = {
  ...{ brevo: 'brevo-secret-0001', mailgun: 'mailgun-secret-01', postmark: 'postmark-secret-1' },
  sendgrid: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
}

let t: TestApp
let app: TestApp['app']
let shop: TestWorkspace
let run: SeededRun
let token: string
beforeAll(async () => {
  t = await testApp()
  app = createApp({ ...t.services, providerSecrets: secrets })
})
beforeEach(async () => {
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
  const ids = { workspaceId: shop.scope.workspaceId, messageId: run.messageId }
  token = signReturnToken(await workspaceSecret(shop.scope), ids)
})
afterAll(() => t.close())

type Headers = Record<string, string>

const post = async (provider: string, body: unknown, headers: Headers = {}) => {
  const response = await app.request(`/provider-reports/${provider}`, {
    ...{ method: 'POST', headers, body: JSON.stringify(body) },
  })
  return { status: response.status, json: await response.json() }
}
const bearer = (secret: string): Headers => ({ authorization: `Bearer ${secret}` })

const nowSeconds = () => Math.floor(Date.now() / 1000)
const mailgunSigned = (timestamp: number) => {
  const signed = { timestamp: String(timestamp), token: 'once' }
  const hmac = createHmac('sha256', secrets.mailgun).update(signed.timestamp + signed.token)
  return { ...signed, signature: hmac.digest('hex') }
}
const mailgunFailed = (timestamp: number) => ({
  signature: mailgunSigned(timestamp),
  'event-data': {
    ...{ event: 'failed', severity: 'permanent', 'user-variables': { relance: token } },
    'delivery-status': { code: 550, message: '5.1.1 The email account does not exist' },
  },
})
const sendgridSigned = (body: unknown, timestamp = nowSeconds()): Headers => ({
  'x-twilio-email-event-webhook-timestamp': String(timestamp),
  'x-twilio-email-event-webhook-signature': sign(
    'sha256',
    Buffer.from(`${timestamp}${JSON.stringify(body)}`),
    privateKey,
  ).toString('base64'),
})

const kept = async () => {
  const { json } = await t.ask(shop.apiKey, 'GET', `/api/events?contactId=${run.contactId}`)
  return json.items.filter(({ source }: { source: string }) => source === 'returned-mail')
}

test('a mailbox that does not exist is told by each, and the same once more changes nothing', async () => {
  const bounce = (code: string) => ({
    name: 'Email Bounced',
    properties: { message_id: run.messageId, node_id: 'mail-1', bounce_class: 'hard', code },
  })
  expect(await post('mailgun', mailgunFailed(nowSeconds()))).toEqual({
    status: 200,
    json: { taken: 1, duplicates: 0, unknown: 0 },
  })
  expect(await kept()).toMatchObject([bounce('5.1.1')])
  const events = [
    { event: 'bounce', type: 'bounce', status: '5.1.1', relance: token },
    { event: 'open', relance: token },
    { event: 'delivered' },
  ]
  const same = { status: 200, json: { taken: 0, duplicates: 1 } }
  expect(await post('sendgrid', events, sendgridSigned(events))).toMatchObject(same)
  const postmark = { RecordType: 'Bounce', Type: 'HardBounce', Metadata: { relance: token } }
  const basic = Buffer.from(`relance:${secrets.postmark}`).toString('base64')
  expect(await post('postmark', postmark, { authorization: `Basic ${basic}` })).toMatchObject(same)
  const brevo = { event: 'hard_bounce', 'X-Mailin-custom': `relance:${token}` }
  expect(await post('brevo', brevo, bearer(secrets.brevo))).toMatchObject(same)
  expect(await kept()).toHaveLength(1)
})

test('a complaint is told by each as one', async () => {
  const spam = [{ event: 'spamreport', relance: token }]
  expect(await post('sendgrid', spam, sendgridSigned(spam))).toMatchObject({ json: { taken: 1 } })
  expect(await kept()).toMatchObject([{ name: 'Email Marked as Spam' }])
  const complaint = { RecordType: 'SpamComplaint', Metadata: { relance: token } }
  const same = { json: { taken: 0, duplicates: 1 } }
  expect(await post('postmark', complaint, bearer(secrets.postmark))).toMatchObject(same)
  const brevo = { event: 'spam', 'X-Mailin-custom': `relance:${token}` }
  expect(await post('brevo', brevo, bearer(secrets.brevo))).toMatchObject(same)
})

test('what is still being tried, and a block, take no address off', async () => {
  const later = mailgunFailed(nowSeconds())
  later['event-data'].severity = 'temporary'
  expect(await post('mailgun', later)).toMatchObject({ json: { taken: 0 } })
  const block = [{ event: 'bounce', type: 'blocked', status: '5.1.1', relance: token }]
  await post('sendgrid', block, sendgridSigned(block))
  expect(await kept()).toMatchObject([{ properties: { bounce_class: 'blocked' } }])
})

test('a wrong signature, none, or one of long ago is refused', async () => {
  const two = 2 * 86_400
  const forged = mailgunFailed(nowSeconds())
  forged.signature.signature = '0'.repeat(64)
  expect((await post('mailgun', forged)).status).toBe(401)
  expect((await post('mailgun', mailgunFailed(nowSeconds() - two))).status).toBe(401)
  const events = [{ event: 'bounce', status: '5.1.1', relance: token }]
  expect((await post('sendgrid', events)).status).toBe(401)
  const old = sendgridSigned(events, nowSeconds() - two)
  expect((await post('sendgrid', events, old)).status).toBe(401)
  expect((await post('sendgrid', [...events, 1], sendgridSigned(events))).status).toBe(401)
  const bounce = { RecordType: 'Bounce', Type: 'HardBounce', Metadata: { relance: token } }
  expect((await post('postmark', bounce)).status).toBe(401)
  expect((await post('brevo', {}, bearer('guess'))).status).toBe(401)
  expect(await kept()).toEqual([])
})

test('a report about no mail of ours, or with a forged token, is counted and changes nothing', async () => {
  const forged = token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
  const bounce = { RecordType: 'Bounce', Type: 'HardBounce', Metadata: { relance: forged } }
  expect(await post('postmark', bounce, bearer(secrets.postmark))).toMatchObject({
    status: 200,
    json: { taken: 0, unknown: 1 },
  })
  expect(await post('postmark', { RecordType: 'Open' }, bearer(secrets.postmark))).toMatchObject({
    json: { taken: 0, unknown: 0 },
  })
})

test('a provider without a secret has no address', async () => {
  const response = await t.app.request('/provider-reports/postmark', { method: 'POST', body: '{}' })
  expect(response.status).toBe(404)
  expect((await post('toString', {})).status).toBe(404)
})
