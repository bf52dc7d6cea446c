import { z } from 'zod'
import { duration } from '../time/duration'

/** What may fall: the total, one of the three scores, or the rank among all customers. */
export const watched = ['total', 'r', 'f', 'm', 'percentile'] as const
export type Watched = (typeof watched)[number]

/** What a score must do for somebody to be said to have dropped. */
export const dropLine = z.object({
  /** `percentile`: falling below `bottom` %; else by so many points, from the best of the time before. */
  watch: z.enum(watched),
  points: z.int().min(1).max(12),
  within: duration,
  bottom: z.number().min(1).max(99),
})
export type DropLine = z.infer<typeof dropLine>
