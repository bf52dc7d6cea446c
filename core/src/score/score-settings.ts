import { z } from 'zod'
import { duration } from '../time/duration'
import { localTime } from '../time/local-time'

/** How a workspace scores its customers. */
export const scoreSettings = z.object({
  /** Only orders this recent count; null: all there are. */
  window: duration.nullable().default(null),
  /** Current value (F × M, 1–25) from which on it is high. */
  highCurrentValue: z.int().min(2).max(25).default(12),
  /** Potential value (R, 1–5) from which on it is high. */
  highPotentialValue: z.int().min(2).max(5).default(4),
  /** Local time at which everybody is scored anew. */
  rebuildAt: localTime.default('04:00'),
  /** A rank's latency borrows the rank's before where fewer customers ordered again. */
  fewestCases: z.int().min(1).default(100),
  /** Whose share of the revenue is told: the best fifth. */
  topShare: z.number().min(0.01).max(0.99).default(0.2),
  /** The share of the revenue of which it is told how few customers make it. */
  aimedRevenueShare: z.number().min(0.01).max(0.99).default(0.8),
})
export type ScoreSettings = z.infer<typeof scoreSettings>
