import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { sesBy } from './ses'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
const topic = 'arn:aws:sns:eu-west-1:1:relance'
const now = Date.parse('2026-03-02T10:00:00Z') / 1000

const asked: string[] = []
const ses = sesBy(async (url) => {
  asked.push(url)
  return pem
})

interface Notice {
  Type: string
  Message: string
  [field: string]: string
}

function notice(change: Partial<Notice> = {}, says: unknown = {}): Notice {
  const said: Notice = {
    ...{ Type: 'Notification', MessageId: '1', TopicArn: topic, Message: JSON.stringify(says) },
    ...{ Timestamp: '2026-03-02T09:59:59.000Z', SignatureVersion: '2', Signature: '' },
    SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/cert.pem',
    ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
  }
  const order =
    said.Type === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
  const text = order.flatMap((name) => (name in said ? [`${name}\n${said[name]}\n`] : [])).join('')
  return { ...said, Signature: sign('sha256', Buffer.from(text), privateKey).toString('base64') }
}
const isGenuine = (said: unknown) =>
  ses.isGenuine({ header: () => undefined, body: JSON.stringify(said), nowSeconds: now }, topic)

const mail = { tags: { relance: ['abc'], 'ses:from-domain': ['shop.example'] } }
const bounce = (bounceType: string, status?: string) => ({
  ...{ eventType: 'Bounce', mail },
  bounce: { bounceType, bouncedRecipients: [{ emailAddress: 'a@b.example', status }] },
})

test('what Amazon has signed for our topic is genuine, also with a subject', async () => {
  expect(await isGenuine(notice())).toBe(true)
  expect(await isGenuine(notice({ Subject: 'Amazon SES' }))).toBe(true)
})

test('a changed word, another topic, another certificate’s home, or long ago is not', async () => {
  expect(await isGenuine({ ...notice(), Message: '{}x' })).toBe(false)
  expect(await isGenuine(notice({ TopicArn: `${topic}-2` }))).toBe(false)
  expect(await isGenuine(notice({ Timestamp: '2026-02-27T10:00:00.000Z' }))).toBe(false)
  const homes = [
    'https://sns.evil.example/c.pem',
    'https://sns.eu-west-1.amazonaws.com.evil.example/c',
  ]
  for (const SigningCertURL of homes)
    expect(await isGenuine(notice({ SigningCertURL }))).toBe(false)
  expect(await isGenuine('nonsense')).toBe(false)
  expect(asked.every((url) => url === 'https://sns.eu-west-1.amazonaws.com/cert.pem')).toBe(true)
})

test.each([
  [bounce('Permanent', '5.1.1'), 'hard', '5.1.1'],
  [bounce('Permanent'), 'hard', 'Permanent'],
  [bounce('Transient', '5.2.2'), 'soft', '5.2.2'],
  [bounce('Transient', '5.7.1'), 'blocked', '5.7.1'],
])('%j is a %s bounce', (says, bounceClass, code) => {
  expect(ses.read(notice({}, says))).toEqual([
    { token: 'abc', mail: { kind: 'bounce', class: bounceClass, code } },
  ])
})

test('a complaint is one; a delivery, and what names no message of ours, is nothing', () => {
  const says = { mail, complaint: { complaintFeedbackType: 'abuse' } }
  expect(ses.read(notice({}, says))).toEqual([
    { token: 'abc', mail: { kind: 'complaint', feedback: 'abuse' } },
  ])
  expect(ses.read(notice({}, { mail, delivery: {} }))).toEqual([])
  expect(ses.read(notice({}, { ...bounce('Permanent'), mail: {} }))).toEqual([])
  expect(ses.read(notice({ Message: 'Successfully validated SNS topic' }))).toEqual([])
})

test('a subscription is confirmed at Amazon', async () => {
  const SubscribeURL = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription'
  const said = notice({ Type: 'SubscriptionConfirmation', SubscribeURL, Token: 't' })
  expect(await isGenuine(said)).toBe(true)
  await ses.greet?.(said)
  expect(asked.at(-1)).toBe(SubscribeURL)
})
