import { z } from 'zod'

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z\d-]+(\.[a-z\d-]+)*$|^\[?[\da-f:]+\]?$/, { error: 'must be a host name' })
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z\d-]+(\.[a-z\d-]+)+$/, { error: 'must be a domain such as mail.shop.example' })
const region = z.enum(['us', 'eu'])

/**
 * Who may hand out a workspace's mails, with what is no secret of it. `own`: the mail server of this installation
 * (SMTP_URL), which is asked where a workspace names nobody.
 */
export const mailProvider = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({
    kind: z.literal('smtp'),
    host,
    port: z.int().min(1).max(65_535).default(587),
    /** TLS from the first byte (port 465); false: STARTTLS where the server offers it. */
    secure: z.boolean().default(false),
    user: z.string().max(200).default(''),
  }),
  z.object({
    kind: z.literal('ses'),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'must be a region: eu-west-1' }),
    accessKeyId: z.string().min(1).max(200),
    /** Whose events are published to the topic that reports to us; empty: the account's own. */
    configurationSet: z.string().max(64).default(''),
  }),
  z.object({ kind: z.literal('postmark'), stream: z.string().max(100).default('broadcast') }),
  z.object({ kind: z.literal('mailgun'), domain, region: region.default('eu') }),
  z.object({ kind: z.literal('sendgrid'), region: region.default('us') }),
  z.object({ kind: z.literal('brevo') }),
])
export type MailProviderSettings = z.infer<typeof mailProvider>
export type MailProviderKind = MailProviderSettings['kind']

export const mailProviderKinds = [
  ...(['own', 'smtp', 'ses', 'postmark', 'mailgun', 'sendgrid', 'brevo'] as const),
]

/** Whether a key or a password belongs to it. An SMTP server may do without. */
export const needsSecret = ({ kind }: MailProviderSettings): boolean =>
  kind !== 'own' && kind !== 'smtp'
