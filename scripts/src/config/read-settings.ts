import { isAbsolute, join, resolve } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import { z } from 'zod'

const url = (protocols: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `is not an address like ${example}`,
  })

const variables = z.object({
  PORT: z.coerce.number('is not a port number').int().min(1).max(65535).default(3000),
  RELANCE_DATA_DIR: z.string().default('.relance'),
  RELANCE_URL: url(['http:', 'https:'], 'https://relance.example.com').optional(),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/relance',
  ).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d+$/, 'is not a host and port like localhost:7233')
    .optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
})

/** What an operator may choose; what is left out is started on this machine. */
export interface Settings {
  port: number
  /** Absolute. */
  dataDir: string
  publicUrl?: string
  databaseUrl?: string
  temporalAddress?: string
  smtpUrl?: string
}

/**
 * Reads the environment's variables. An empty one counts as absent.
 * @param root the folder that a relative RELANCE_DATA_DIR starts from
 * @throws AppError invalid, naming the variable and what is wrong with it
 */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(filled)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0])
    const why = issue?.message.startsWith('is not') ? issue.message : `is wrong: ${issue?.message}`
    throw new AppError('invalid', `${name} ${why}.`)
  }
  const { PORT, RELANCE_DATA_DIR, RELANCE_URL, DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL } =
    parsed.data
  return {
    port: PORT,
    dataDir: isAbsolute(RELANCE_DATA_DIR)
      ? resolve(RELANCE_DATA_DIR)
      : join(root, RELANCE_DATA_DIR),
    publicUrl: RELANCE_URL,
    databaseUrl: DATABASE_URL,
    temporalAddress: TEMPORAL_ADDRESS,
    smtpUrl: SMTP_URL,
  }
}
