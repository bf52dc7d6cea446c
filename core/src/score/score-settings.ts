import { z } from 'zod'
import { duration } from '../time/duration'
import { timeOfDay } from '../time/time-of-day'

/** The whole numbers that may be set, both ends included; a current value is F × M, a potential value is R. */
export const scoreBounds = {
  highCurrentValue: { from: 2, to: 25 },
  highPotentialValue: { from: 2, to: 5 },
  fewestCases: { from: 1, to: 1_000_000 },
} as const

const whole = ({ from, to }: { from: number; to: number }) => z.int().min(from).max(to)

const fields = {
  /** Only orders this recent count; null: all there are. */
  window: duration.nullable(),
  /** Current value (F × M, 1–25) from which on it is high. */
  highCurrentValue: whole(scoreBounds.highCurrentValue),
  /** Potential value (R, 1–5) from which on it is high. */
  highPotentialValue: whole(scoreBounds.highPotentialValue),
  /** Local time at which everybody is scored anew. */
  rebuildAt: timeOfDay,
  /** A rank's latency borrows the rank's before where fewer customers ordered again. */
  fewestCases: whole(scoreBounds.fewestCases),
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
