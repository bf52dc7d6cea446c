import { z } from 'zod'
import { timeOfDay } from '../time/time-of-day'

const days = z.int().min(1).max(3650)

/**
 * What a workspace calls quiet. Days are local days since the last visit, order, open or click; of whoever was
 * never heard of, since the first contact.
 */
export const activitySettings = z.object({
  atRiskAfterDays: days.default(90),
  dormantAfterDays: days.default(180),
  lostAfterDays: days.default(365),
  /** Local time of the daily look for who has newly become at risk. */
  atRiskCheckAt: timeOfDay.default('04:00'),
  /** What an inactivity is like is told from the mails, reactions and orders of so many days … */
  reactionWindowDays: days.default(90),
  /** … of whom at least so many mails were delivered to. */
  reactionMinDelivered: z.int().min(1).max(1000).default(5),
})
export type ActivitySettings = z.infer<typeof activitySettings>
