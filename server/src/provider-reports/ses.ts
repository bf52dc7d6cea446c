import { createPublicKey, verify } from 'node:crypto'
import { classOfStatus } from '@relance/core/delivery/class-of-status'
import { z } from 'zod'
import { type Call, MAX_AGE_SECONDS, type Provider, type ProviderReport } from './provider'

/** Where Amazon's notification service has its certificates and confirmations, and nobody else. */
const AMAZON = /^https:\/\/sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\//
const amazonUrl = z.string().regex(AMAZON)

const notice = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.string().nullish(),
  Message: z.string(),
  Timestamp: z.iso.datetime(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: amazonUrl,
  SubscribeURL: amazonUrl.nullish(),
  Token: z.string().nullish(),
})
type Notice = z.infer<typeof notice>

const mail = z.object({ tags: z.object({ relance: z.tuple([z.string()]) }) })
const report = z.union([
  z.object({
    mail,
    bounce: z.object({
      bounceType: z.string(),
      bouncedRecipients: z.array(z.object({ status: z.string().optional() })).min(1),
    }),
  }),
  z.object({ mail, complaint: z.object({ complaintFeedbackType: z.string().nullish() }) }),
])

const NOTIFIED = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const
const CONFIRMED = [
  ...['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
] as (keyof Notice)[]

/** What is signed: names and values of the fields that are there, a line each, in this order. */
const signedText = (said: Notice): string =>
  (said.Type === 'Notification' ? NOTIFIED : CONFIRMED)
    .flatMap((name) => (typeof said[name] === 'string' ? [`${name}\n${said[name]}\n`] : []))
    .join('')

const noticeIn = (body: unknown) => notice.safeParse(body).data

/**
 * Amazon SES, over its notification service: signed with a certificate of Amazon's. Since anybody may send by that
 * service, the secret is the address (ARN) of the topic. A subscription is confirmed by itself.
 * @param fetchText what stands at an address of Amazon's
 */
export function sesBy(fetchText: (url: string) => Promise<string>): Provider {
  const certificates = new Map<string, Promise<string>>()
  const certificate = (url: string) => {
    const known = certificates.get(url) ?? fetchText(url)
    certificates.set(url, known)
    known.catch(() => certificates.delete(url))
    return known
  }
  return {
    async isGenuine({ body, nowSeconds }: Call, topic: string) {
      const said = noticeIn(JSON.parse(body))
      if (!said || said.TopicArn !== topic) return false
      const age = Math.abs(nowSeconds - Date.parse(said.Timestamp) / 1000)
      if (!(age < MAX_AGE_SECONDS)) return false
      const key = createPublicKey(await certificate(said.SigningCertURL))
      const algorithm = said.SignatureVersion === '1' ? 'sha1' : 'sha256'
      const signature = Buffer.from(said.Signature, 'base64')
      return verify(algorithm, Buffer.from(signedText(said)), key, signature)
    },
    async greet(body) {
      const said = noticeIn(body)
      if (said?.Type === 'SubscriptionConfirmation' && said.SubscribeURL)
        await fetchText(said.SubscribeURL)
    },
    read(body) {
      const said = noticeIn(body)
      return said?.Type === 'Notification' ? readMessage(said.Message) : []
    },
  }
}

function readMessage(text: string): ProviderReport[] {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return [] // “Successfully validated SNS topic …”
  }
  const said = report.safeParse(body).data
  if (!said) return []
  const [token] = said.mail.tags.relance
  if ('complaint' in said) {
    const feedback = said.complaint.complaintFeedbackType ?? 'abuse'
    return feedback === 'not-spam' ? [] : [{ token, mail: { kind: 'complaint', feedback } }]
  }
  const { bounceType, bouncedRecipients } = said.bounce
  const status = bouncedRecipients[0]?.status?.match(/^[45]\.\d{1,3}\.\d{1,3}/)?.[0]
  const plain =
    bounceType === 'Permanent' ? 'hard' : bounceType === 'Transient' ? 'soft' : 'blocked'
  const bounceClass = status && !/^\d\.0\.0$/.test(status) ? classOfStatus(status) : plain
  return [{ token, mail: { kind: 'bounce', class: bounceClass, code: status ?? bounceType } }]
}

const TIMEOUT_MS = 10_000

/** By the network. Throws for whatever is not answered 2xx. */
export const ses = sesBy(async (url) => {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) throw new Error(`Amazon answered ${response.status}.`)
  return response.text()
})
