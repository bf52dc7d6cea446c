import { createHmac, timingSafeEqual } from 'node:crypto'
import { classOfStatus } from '@relance/core/delivery/class-of-status'
import { z } from 'zod'
import { MAX_AGE_SECONDS, type Provider } from './provider'

const signed = z.object({
  signature: z.object({
    timestamp: z.coerce.string(),
    token: z.string(),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
const variables = z.object({ relance: z.string() })
const report = z.object({
  'event-data': z.discriminatedUnion('event', [
    z.object({
      event: z.literal('failed'),
      severity: z.enum(['permanent', 'temporary']),
      reason: z.string().optional(),
      'user-variables': variables,
      'delivery-status': z.object({
        code: z.coerce.string().optional(),
        'enhanced-code': z.string().optional(),
        message: z.string().optional(),
      }),
    }),
    z.object({ event: z.literal('complained'), 'user-variables': variables }),
  ]),
})

/** `HMAC-SHA256(key, timestamp + token)` over fields of the body itself. */
export const mailgun: Provider = {
  isGenuine({ body, nowSeconds }, secret) {
    const said = signed.safeParse(JSON.parse(body)).data?.signature
    if (!said || !(Math.abs(nowSeconds - Number(said.timestamp)) < MAX_AGE_SECONDS)) return false
    const wanted = createHmac('sha256', secret)
      .update(said.timestamp + said.token)
      .digest()
    return timingSafeEqual(wanted, Buffer.from(said.signature, 'hex'))
  },
  read(body) {
    const said = report.safeParse(body).data?.['event-data']
    if (!said) return []
    const token = said['user-variables'].relance
    if (said.event === 'complained')
      return [{ token, mail: { kind: 'complaint', feedback: 'abuse' } }]
    // It goes on trying.
    if (said.severity === 'temporary') return []
    const { code = '', message = '', 'enhanced-code': enhanced } = said['delivery-status']
    const status = enhanced || message.match(/\b[45]\.\d{1,3}\.\d{1,3}\b/)?.[0]
    // Without a status nothing is known but that it failed: no address is taken off for that.
    const bounceClass = status ? classOfStatus(status) : 'blocked'
    return [{ token, mail: { kind: 'bounce', class: bounceClass, code: status ?? code } }]
  },
}
