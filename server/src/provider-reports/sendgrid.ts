import { createPublicKey, verify } from 'node:crypto'
import { classOfStatus } from '@relance/core/delivery/class-of-status'
import { z } from 'zod'
import { MAX_AGE_SECONDS, type Provider, type ProviderReport } from './provider'

const reports = z.array(z.unknown())
const report = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('bounce'),
    relance: z.string(),
    type: z.string().optional(),
    status: z.string().optional(),
  }),
  z.object({ event: z.literal('spamreport'), relance: z.string() }),
])

/** ECDSA over the timestamp and the body, as its “signed event webhook” does; the secret is its public key. */
export const sendgrid: Provider = {
  isGenuine(call, secret) {
    const timestamp = call.header('x-twilio-email-event-webhook-timestamp') ?? ''
    const signature = call.header('x-twilio-email-event-webhook-signature') ?? ''
    if (!(Math.abs(call.nowSeconds - Number(timestamp || Number.NaN)) < MAX_AGE_SECONDS))
      return false
    const key = createPublicKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'spki' })
    return verify(
      'sha256',
      Buffer.from(timestamp + call.body),
      key,
      Buffer.from(signature, 'base64'),
    )
  },
  read: (body) => (reports.safeParse(body).data ?? []).flatMap(readOne),
}

function readOne(body: unknown): ProviderReport[] {
  const said = report.safeParse(body).data
  if (!said) return []
  const token = said.relance
  if (said.event === 'spamreport')
    return [{ token, mail: { kind: 'complaint', feedback: 'abuse' } }]
  const status = said.status?.match(/^[45]\.\d{1,3}\.\d{1,3}/)?.[0]
  const isBlock = said.type === 'blocked' || !status
  const read = status ? classOfStatus(status) : 'blocked'
  // What it calls a block is never about whether the mailbox exists.
  const bounceClass = isBlock && read === 'hard' ? 'blocked' : read
  return [{ token, mail: { kind: 'bounce', class: bounceClass, code: status ?? said.type ?? '' } }]
}
