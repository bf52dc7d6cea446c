import { z } from 'zod'
import { duration } from '../time/duration'
import { localTime } from '../time/local-time'

const fields = {
  /** Only orders this recent count; null: all there are. */
  window: duration.nullable(),
  /** Current value (F × M, 1–25) from which on it is high. */
  highCurrentValue: z.int().min(2).max(25),
  /** Potential value (R, 1–5) from which on it is high. */
  highPotentialValue: z.int().min(2).max(5),
  /** Local time at which everybody is scored anew. */
  rebuildAt: localTime,
  /** A rank's latency borrows the rank's before where fewer customers ordered again. */
  fewestCases: z.int().min(1),
  /** Whose share of the revenue is told: that of the best, such as a fifth. */
  topShare: z.number().min(0.01).max(0.99),
  /** The share of the revenue of which it is told how few customers make it. */
  aimedRevenueShare: z.number().min(0.01).max(0.99),
}

/** How a workspace scores its customers. */
export const scoreSettings = z.object({
  window: fields.window.default(null),
  highCurrentValue: fields.highCurrentValue.default(12),
  highPotentialValue: fields.highPotentialValue.default(4),
  rebuildAt: fields.rebuildAt.default('04:00'),
  fewestCases: fields.fewestCases.default(100),
  topShare: fields.topShare.default(0.2),
  aimedRevenueShare: fields.aimedRevenueShare.default(0.8),
})
export type ScoreSettings = z.infer<typeof scoreSettings>

/** What of it is to change; the rest stays. */
export const scoreSettingsChange = z.object(fields).partial()
export type ScoreSettingsChange = z.infer<typeof scoreSettingsChange>
