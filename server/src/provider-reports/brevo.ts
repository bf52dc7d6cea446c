import { z } from 'zod'
import { hasSecret } from './has-secret'
import type { Provider } from './provider'

const report = z.object({ event: z.string(), 'X-Mailin-custom': z.string() })

/** Brevo's own names of bounces; `deferred` goes on trying. */
const CLASSES: Readonly<Record<string, 'hard' | 'soft' | 'blocked'>> = {
  ...{ hard_bounce: 'hard', invalid_email: 'hard', soft_bounce: 'soft', blocked: 'blocked' },
}

/** Signs nothing: it is given the secret as a bearer token or as the password of its webhook. */
export const brevo: Provider = {
  isGenuine: hasSecret,
  read(body) {
    const said = report.safeParse(body).data
    const token = said?.['X-Mailin-custom'].match(/relance:([0-9a-v]+)/)?.[1]
    if (!said || !token) return []
    if (said.event === 'spam') return [{ token, mail: { kind: 'complaint', feedback: 'abuse' } }]
    const bounceClass = CLASSES[said.event]
    return bounceClass
      ? [{ token, mail: { kind: 'bounce', class: bounceClass, code: said.event } }]
      : []
  },
}
