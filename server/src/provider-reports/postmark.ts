import { z } from 'zod'
import { hasSecret } from './has-secret'
import type { Provider } from './provider'

const metadata = z.object({ relance: z.string() })
const report = z.discriminatedUnion('RecordType', [
  z.object({ RecordType: z.literal('Bounce'), Type: z.string(), Metadata: metadata }),
  z.object({ RecordType: z.literal('SpamComplaint'), Metadata: metadata }),
])

/** Postmark's own types of bounces, as far as they are about the address or us; others (out of office …) are none. */
const CLASSES: Readonly<Record<string, 'hard' | 'soft' | 'blocked'>> = {
  ...{ HardBounce: 'hard', BadEmailAddress: 'hard', AddressChange: 'hard' },
  ...{ SoftBounce: 'soft', DnsError: 'soft' },
  ...{ Blocked: 'blocked', SpamNotification: 'blocked', DMARCPolicy: 'blocked' },
}

/** Signs nothing: it is given the secret as the password of its webhook's address, or as a bearer token. */
export const postmark: Provider = {
  isGenuine: hasSecret,
  read(body) {
    const said = report.safeParse(body).data
    if (!said) return []
    const token = said.Metadata.relance
    if (said.RecordType === 'SpamComplaint')
      return [{ token, mail: { kind: 'complaint', feedback: 'abuse' } }]
    const bounceClass = CLASSES[said.Type]
    return bounceClass
      ? [{ token, mail: { kind: 'bounce', class: bounceClass, code: said.Type } }]
      : []
  },
}
