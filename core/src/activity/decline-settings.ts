import { z } from 'zod'

/** When a workspace says that a customer is leaving by degrees: by their own past, not by everybody's. */
export const declineSettings = z.object({
  /** Visits: the gap since the last one is this many times the customer's own median gap … */
  gapTimes: z.number().min(1).max(20).default(2),
  /** … with at least so many visits … */
  minVisits: z.int().min(2).max(100).default(4),
  /** … and at least so many days. */
  minGapDays: z.int().min(1).max(365).default(14),
  /** Baskets: the mean of the last orders is at most this share of the mean of the earlier ones … */
  basketPercent: z.int().min(1).max(99).default(70),
  lastOrders: z.int().min(1).max(20).default(2),
  /** … of which there are at least so many. */
  earlierOrders: z.int().min(1).max(100).default(3),
  /** One of both is enough, or both are needed. */
  combine: z.enum(['any', 'all']).default('any'),
})
export type DeclineSettings = z.infer<typeof declineSettings>
