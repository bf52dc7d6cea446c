import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startFakeApi } from '../../testing/fake-api'
import type { EmailMessage } from '../email-message'
import { brevoProvider } from './brevo'
import { mailgunProvider } from './mailgun'
import { postmarkProvider } from './postmark'
import type { MailProvider } from './provider'
import { sendgridProvider } from './sendgrid'
import { sesProvider } from './ses'

const message: EmailMessage = {
  messageId: '<1@shop.example>',
  from: { name: 'Shop, "Ltd"', address: 'hello@shop.example' },
  to: { address: 'ada@customers.example' },
  replyTo: { address: 'team@shop.example' },
  subject: 'C’est l’été',
  html: '<p>Été</p>',
  text: 'Été',
  returnToken: 'token-1',
  unsubscribeUrl: 'https://r.example/u/1',
}

type Reply = ReturnType<Parameters<typeof startFakeApi>[0]>
let reply: Reply
let api: Awaited<ReturnType<typeof startFakeApi>>
let providers: Record<string, MailProvider>
beforeAll(async () => {
  api = await startFakeApi(() => reply)
  const access = { id: 'p', secret: 's3cret', endpoint: api.endpoint }
  providers = {
    ses: sesProvider({
      ...{ ...access, region: 'eu-west-1', accessKeyId: 'AKID', configurationSet: 'reports' },
    }),
    postmark: postmarkProvider({ ...access, stream: 'broadcast' }),
    mailgun: mailgunProvider({ ...access, domain: 'mail.shop.example', region: 'eu' }),
    sendgrid: sendgridProvider({ ...access, region: 'us' }),
    brevo: brevoProvider(access),
  }
})
afterAll(() => api.close())
beforeEach(() => {
  api.taken.length = 0
})

async function deliver(name: string, answer: Reply) {
  reply = answer
  const delivery = await providers[name]?.deliver(message)
  const [request] = api.taken
  return { delivery, request, json: () => JSON.parse(request?.body ?? 'null') }
}

test('SES gets the mail as it is, signed by AWS signature 4, named for its reports', async () => {
  const { delivery, request, json } = await deliver('ses', {
    ...{ status: 200, body: { MessageId: 'm-1' } },
  })
  expect(delivery).toMatchObject({ result: 'sent' })
  expect(request).toMatchObject({ method: 'POST', path: '/v2/email/outbound-emails' })
  expect(request?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-west-1\/ses\/aws4_request, SignedHeaders=/,
  )
  expect(request?.headers['x-amz-date']).toMatch(/^\d{8}T\d{6}Z$/)
  const { Content, ...rest } = json()
  expect(rest).toEqual({
    FromEmailAddress: 'hello@shop.example',
    Destination: { ToAddresses: ['ada@customers.example'] },
    EmailTags: [{ Name: 'relance', Value: 'token-1' }],
    ConfigurationSetName: 'reports',
  })
  const raw = Buffer.from(Content.Raw.Data, 'base64').toString()
  expect(raw).toContain('Message-ID: <1@shop.example>')
  expect(raw).toContain('List-Unsubscribe: <https://r.example/u/1>')
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('Postmark gets both bodies, our Message-ID to keep, and the token as metadata', async () => {
  const { delivery, request, json } = await deliver('postmark', {
    ...{ status: 200, body: { ErrorCode: 0, Message: 'OK' } },
  })
  expect(delivery).toMatchObject({ result: 'sent' })
  expect(request).toMatchObject({
    path: '/email',
    headers: { 'x-postmark-server-token': 's3cret' },
  })
  expect(json()).toMatchObject({
    From: '"Shop,  Ltd" <hello@shop.example>',
    ...{ To: 'ada@customers.example', ReplyTo: 'team@shop.example', TextBody: 'Été' },
    ...{ HtmlBody: '<p>Été</p>', MessageStream: 'broadcast', Metadata: { relance: 'token-1' } },
  })
  expect(json().Headers).toEqual([
    { Name: 'Message-ID', Value: '<1@shop.example>' },
    { Name: 'X-PM-KeepID', Value: 'true' },
    { Name: 'List-Unsubscribe', Value: '<https://r.example/u/1>' },
    { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
  ])
})

test('Mailgun gets the mail as it is, as a file of a form', async () => {
  const { delivery, request } = await deliver('mailgun', { status: 200, body: { id: '<1>' } })
  expect(delivery).toMatchObject({ result: 'sent' })
  expect(request?.path).toBe('/v3/mail.shop.example/messages.mime')
  expect(request?.headers.authorization).toBe(`Basic ${btoa('api:s3cret')}`)
  expect(request?.body).toContain('name="to"\r\n\r\nada@customers.example')
  expect(request?.body).toContain('name="v:relance"\r\n\r\ntoken-1')
  expect(request?.body).toContain('Message-ID: <1@shop.example>')
})

test('SendGrid gets both bodies and tracks nothing of its own', async () => {
  const { delivery, request, json } = await deliver('sendgrid', { status: 202 })
  expect(delivery).toMatchObject({ result: 'sent' })
  expect(request).toMatchObject({
    path: '/v3/mail/send',
    headers: { authorization: 'Bearer s3cret' },
  })
  expect(json()).toMatchObject({
    personalizations: [{ to: [{ email: 'ada@customers.example' }] }],
    from: { email: 'hello@shop.example', name: 'Shop, "Ltd"' },
    ...{ reply_to: { email: 'team@shop.example' }, custom_args: { relance: 'token-1' } },
    headers: { 'Message-ID': '<1@shop.example>', 'List-Unsubscribe': '<https://r.example/u/1>' },
    tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
  })
})

test('Brevo gets both bodies and the token in the header that its reports repeat', async () => {
  const { delivery, request, json } = await deliver('brevo', { status: 201, body: {} })
  expect(delivery).toMatchObject({ result: 'sent' })
  expect(request).toMatchObject({ path: '/v3/smtp/email', headers: { 'api-key': 's3cret' } })
  expect(json()).toMatchObject({
    sender: { email: 'hello@shop.example' },
    to: [{ email: 'ada@customers.example' }],
    headers: { 'Message-ID': '<1@shop.example>', 'X-Mailin-custom': 'relance:token-1' },
  })
})

const aws = (type: string, words: string) => ({
  ...{ status: 400, headers: { 'x-amzn-errortype': type }, body: { message: words } },
})

test.each<[string, Reply, string]>([
  ['ses', aws('BadRequestException', "Missing final '@domain'"), 'hard'],
  ['ses', aws('MessageRejected', 'Email address is not verified.'), 'unavailable'],
  ['ses', aws('MessageRejected', 'Virus found'), 'blocked'],
  ['ses', aws('AccountSuspendedException', 'Suspended'), 'unavailable'],
  ['postmark', { status: 422, body: { ErrorCode: 406, Message: 'Inactive recipient' } }, 'hard'],
  ['postmark', { status: 422, body: { ErrorCode: 300, Message: "Error parsing 'To'" } }, 'hard'],
  ['postmark', { status: 422, body: { ErrorCode: 400, Message: 'No signature' } }, 'unavailable'],
  ['mailgun', { status: 400, body: { message: "'to' parameter is not a valid address" } }, 'hard'],
  ['mailgun', { status: 401, body: { message: 'Forbidden' } }, 'unavailable'],
  [
    'sendgrid',
    { status: 400, body: { errors: [{ message: 'x', field: 'personalizations.0.to.0.email' }] } },
    'hard',
  ],
  ['sendgrid', { status: 401, body: { errors: [{ message: 'x', field: null }] } }, 'unavailable'],
  [
    'brevo',
    { status: 400, body: { code: 'invalid_parameter', message: 'email is not valid in to' } },
    'hard',
  ],
  ['brevo', { status: 402, body: { code: 'not_enough_credits', message: 'x' } }, 'unavailable'],
])('%s answers %j: %s', async (name, answer, expected) => {
  const { delivery } = await deliver(name, answer)
  const { result } = delivery ?? {}
  expect(
    delivery && 'class' in delivery
      ? delivery.class
      : delivery && 'why' in delivery
        ? delivery.why
        : result,
  ).toBe(expected)
})

test.each(['ses', 'postmark', 'mailgun', 'sendgrid', 'brevo'])(
  '%s: too much is for another provider; an answer that never came, or a failure inside, may have been a yes',
  async (name) => {
    expect((await deliver(name, { status: 429 })).delivery).toMatchObject({ why: 'unavailable' })
    expect((await deliver(name, { status: 503 })).delivery).toMatchObject({ why: 'unavailable' })
    expect((await deliver(name, { status: 500 })).delivery).toMatchObject({ why: 'unsure' })
    expect((await deliver(name, 'cut')).delivery).toMatchObject({ result: 'retry', why: 'unsure' })
  },
)

test('an address where nobody listens has taken nothing', async () => {
  const { endpoint, close } = await startFakeApi(() => 'cut')
  await close()
  const away = brevoProvider({ id: 'p', secret: 's', endpoint })
  expect(await away.deliver(message)).toMatchObject({ result: 'retry', why: 'unavailable' })
})
