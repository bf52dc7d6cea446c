import { createRoute, z } from '@hono/zod-openapi'
import { recordKinds } from '@relance/core/sender/domain-records'
import { leverScore } from '@relance/core/sender/lever-scores'
import { mailServerTls } from '@relance/core/sender/mail-server-tls'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'
import { checkSender } from './check-sender'
import { Lookup } from './look-up'

const record = z
  .object({
    kind: z.enum(recordKinds),
    state: z.enum(['ok', 'missing', 'wrong']),
    host: z.string(),
    type: z.enum(['TXT', 'MX']),
    expected: z.string(),
    found: z.array(z.string()),
  })
  .openapi('DomainRecord')

const route = createRoute({
  method: 'post',
  path: '/sender/check',
  tags: ['Workspaces'],
  summary: 'Ask DNS what the domain that mails come from says of itself',
  description:
    'SPF, DKIM, DMARC, and the return path where one is set: each with the record to add. Also how each lever of deliverability stands (`levers`: 0 to 100, with the figures behind it, of the last seven days), and whether each SMTP server that hands the mails out encrypts (`servers`). Mails are signed (DKIM) from the moment our key is found at the domain, and no more once it is gone.',
  middleware: needs('own', 'workspace'),
  responses: {
    200: answer(
      z.object({
        ...{ domain: z.string(), records: z.array(record), isSigned: z.boolean() },
        servers: z.array(mailServerTls),
        levers: z.array(leverScore),
      }),
      'What was found just now',
    ),
  },
})

export const senderRoute = routes().openapi(route, async (c) => {
  const { mailRoute, dnsServer } = c.get('services')
  return c.json(await checkSender(c.get('scope'), new Lookup(dnsServer), mailRoute), 200)
})
