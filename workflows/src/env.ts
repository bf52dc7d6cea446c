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
  /** Runs kept in memory between two wakes; each costs about 90 KB, a run that is not kept 3 ms to wake. */
  RELANCE_CACHED_RUNS: z.coerce.number().int().min(0).default(1000),
  /** Where Prometheus fetches this worker's figures (`/metrics`); not set: nowhere. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Asked of whoever fetches them, as `Authorization: Bearer …`; not set: of nobody. */
  METRICS_TOKEN: z.string().min(1).optional(),
  LOG_LEVEL: z.string().default('info'),
})

export type WorkerEnv = z.infer<typeof schema> & { temporalAccess?: TemporalAccess }

/** An empty variable counts as absent. Throws a ZodError that names each one that is missing or wrong. */
export const readEnv = (env: NodeJS.ProcessEnv = process.env): WorkerEnv => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  return { ...schema.parse(given), temporalAccess: temporalAccess(given) }
}
