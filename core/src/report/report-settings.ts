import { z } from 'zod'

/** The goal that every workspace has: the one that brings revenue. */
export const ORDER_GOAL = 'Order Completed'

/** Names of events, each once. Orders are always a goal, so they are not named. */
const goals = z
  .array(z.string().trim().min(1).max(200))
  .max(10)
  .refine((names) => new Set(names).size === names.length, { error: 'names a goal twice' })
  .refine((names) => !names.includes(ORDER_GOAL), { error: 'orders are a goal already' })

/**
 * How figures credit what people do to the messages that led there: to the last one clicked within `creditDays` before.
 * Seven days is a choice of ours; an open earns nothing unless the workspace says so, as programs open mails too.
 */
export const reportSettings = z.object({
  /** Days of 24 hours. */
  creditDays: z.int().min(1).max(30).default(7),
  /** The last message clicked or opened, whichever came later. */
  creditOpens: z.boolean().default(false),
  /** Events that are goals beside orders. */
  goals: goals.default([]),
})
export type ReportSettings = z.infer<typeof reportSettings>
