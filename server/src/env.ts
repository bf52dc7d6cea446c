import { AppError } from '@relance/core/error/app-error'
import { z } from 'zod'

const address = z.string().regex(/^[\w.-]+:\d+$/, { error: 'must look like host:port' })
const webUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  /** Where credentials.json is written. */
  RELANCE_DATA_DIR: z.string().min(1).default('.relance'),
  /** The public address, as links in mails and sign-in links say it. */
  RELANCE_URL: webUrl.optional(),
  /** The local inbox's page, where there is one. */
  RELANCE_INBOX_URL: webUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// address' }).optional(),
  TEMPORAL_ADDRESS: address.optional(),
  /** The domain of return addresses, as the worker has it. */
  RELANCE_BOUNCE_DOMAIN: z.string().min(1).optional(),
  /** A bucket for pictures, at Amazon’s or at a service that speaks like it; not set: a folder of the data folder. */
  S3_BUCKET: z.string().min(1).optional(),
  S3_ENDPOINT: webUrl.optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** The resolver to ask about sender domains; not set: the machine's own. */
  RELANCE_DNS: address.optional(),
  /** Asked of whoever fetches /metrics, as `Authorization: Bearer …`. */
  METRICS_TOKEN: z.string().min(1).optional(),
  /** What the webhooks of mail providers are signed with, or were given as a secret. */
  BREVO_WEBHOOK_TOKEN: z.string().min(16).optional(),
  MAILGUN_WEBHOOK_KEY: z.string().min(16).optional(),
  POSTMARK_WEBHOOK_TOKEN: z.string().min(16).optional(),
  SENDGRID_WEBHOOK_KEY: z.base64().optional(),
  SES_TOPIC_ARN: z.string().startsWith('arn:').optional(),
})
export type Env = Omit<z.infer<typeof environment>, 'RELANCE_URL'> & { RELANCE_URL: string }

/**
 * What the operator set, checked once at start. Throws AppError invalid naming the variable and why; in English, as
 * whoever runs the server reads it in a log before anybody's language is known.
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = environment.safeParse(set)
  if (!read.success) {
    const issue = read.error.issues[0]
    const name = String(issue?.path[0])
    const why = set[name] === undefined ? 'is not set' : (issue?.message ?? 'is wrong')
    throw new AppError('invalid', `${name} ${why}.`, { field: name })
  }
  return {
    ...read.data,
    RELANCE_URL: read.data.RELANCE_URL ?? `http://localhost:${read.data.PORT}`,
  }
}
