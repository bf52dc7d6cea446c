import { AppError } from '@relance/core/error/app-error'
import { z } from 'zod'
import { type TemporalAccess, temporalAccess } from './temporal/connection-options'

/** What an operator sets for a worker, read once at start. */
const schema = z.object({
  DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  /** Installations that share a namespace need a queue each. */
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('relance'),
  SMTP_URL: z.url(),
  RELANCE_URL: z.url().default('http://localhost:3000'),
  /** The domain whose mail comes to us: reports and answers to a mail go to an address of it; not set: to the sender. */
  RELANCE_BOUNCE_DOMAIN: z
    .string()
    .regex(/^[a-z\d-]+(\.[a-z\d-]+)+$/i, 'it must look like mail.shop.example')
    .optional(),
  /** Where a worker takes in what comes back over SMTP; not set: nowhere. 0: any free port. */
  RELANCE_SMTP_IN_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  RELANCE_SMTP_IN_HOST: z.string().min(1).default('0.0.0.0'),
  /** Files with the key and the certificate (PEM) that it encrypts with for whoever asks; not set: it offers none. */
  RELANCE_SMTP_IN_KEY: z.string().min(1).optional(),
  RELANCE_SMTP_IN_CERT: z.string().min(1).optional(),
  /** The mailbox that takes everything for that domain, where no SMTP can reach us. */
  RELANCE_IMAP_URL: z
    .url({ protocol: /^imaps?$/, error: 'it must look like imaps://user:password@host/INBOX' })
    .optional(),
  /** Runs kept in memory between two wakes; each costs about 90 KB, a run that is not kept 3 ms to wake. */
  RELANCE_CACHED_RUNS: z.coerce.number().int().min(0).default(1000),
  /** Where Prometheus fetches this worker's figures (`/metrics`); not set: nowhere. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Asked of whoever fetches them, as `Authorization: Bearer …`; not set: of nobody. */
  METRICS_TOKEN: z.string().min(1).optional(),
  LOG_LEVEL: z.string().default('info'),
})

/** A listener or a mailbox without a domain would know no address. */
const isWhole = (given: z.infer<typeof schema>) =>
  (given.RELANCE_SMTP_IN_PORT === undefined && given.RELANCE_IMAP_URL === undefined) ||
  given.RELANCE_BOUNCE_DOMAIN !== undefined
/** One of the two alone encrypts nothing. */
const hasBoth = (
  given: z.infer<typeof schema>,
  name: 'RELANCE_SMTP_IN_KEY' | 'RELANCE_SMTP_IN_CERT',
) =>
  given[name] !== undefined ||
  (given.RELANCE_SMTP_IN_KEY === undefined && given.RELANCE_SMTP_IN_CERT === undefined)
const env = schema
  .refine(isWhole, { path: ['RELANCE_BOUNCE_DOMAIN'] })
  .refine((given) => hasBoth(given, 'RELANCE_SMTP_IN_KEY'), { path: ['RELANCE_SMTP_IN_KEY'] })
  .refine((given) => hasBoth(given, 'RELANCE_SMTP_IN_CERT'), { path: ['RELANCE_SMTP_IN_CERT'] })

export type WorkerEnv = z.infer<typeof schema> & { temporalAccess?: TemporalAccess }

/** An empty variable counts as absent. Throws AppError invalid naming the first that is missing or wrong, and why. */
export const readEnv = (variables: NodeJS.ProcessEnv = process.env): WorkerEnv => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = env.safeParse(given)
  if (read.success) return { ...read.data, temporalAccess: temporalAccess(given) }
  const [issue] = read.error.issues
  const name = String(issue?.path[0])
  const why = given[name] === undefined ? 'is not set' : `is wrong: ${issue?.message}`
  throw new AppError('invalid', `${name} ${why}.`, { field: name })
}

/** As readEnv; what the operator can mend is one line, in English as every line of a log, and ends the process. */
export function readEnvOrExit(): WorkerEnv {
  try {
    return readEnv()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
