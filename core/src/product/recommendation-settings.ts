import { z } from 'zod'

/** What a workspace leaves out of what it recommends, and what it calls bought again and again. */
export const recommendationSettings = z.object({
  /** What somebody has already, unless it is bought again and again. */
  leavesOutOwned: z.boolean().default(true),
  leavesOutSoldOut: z.boolean().default(true),
  /** Everything is bought again and again, where a product does not say otherwise. */
  isAllRecurring: z.boolean().default(false),
  /** Categories whose products are, where a product does not say otherwise; case does not matter. */
  recurringCategories: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
  /** Categories never recommended; case does not matter. */
  leftOutCategories: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
})
export type RecommendationSettings = z.infer<typeof recommendationSettings>
