import { z } from 'zod'

const counts = z.record(z.string(), z.number())

/** What one worker has seen in the last minutes, told with its heartbeat; no ids, nothing of a customer. */
export const workerFigures = z.object({
  /** How many minutes are told of. */
  minutes: z.number(),
  /** How late waits ended, in seconds; the quantiles are null where none did. */
  timers: z.object({ count: z.number(), p50: z.number().nullable(), p99: z.number().nullable() }),
  bursts: counts,
  mails: counts,
  /** Enrolments that the net had to wake. */
  nudges: z.number(),
  loopFailures: counts,
})
export type WorkerFigures = z.infer<typeof workerFigures>
