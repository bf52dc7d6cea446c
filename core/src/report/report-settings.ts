import { z } from 'zod'

/** The goal that every workspace has. */
export const ORDER_GOAL = 'Order Completed'

/** Names of events, each once. Orders are always a goal, so they are not named. */
const goals = z
  .array(z.string().trim().min(1).max(200))
  .max(10)
  .refine((names) => new Set(names).size === names.length, { error: 'names a goal twice' })
  .refine((names) => !names.includes(ORDER_GOAL), { error: 'orders are a goal already' })

/** What an event that is a goal brings in: a number of its, in money. */
const goalValue = z.object({
  event: z.string().trim().min(1).max(200),
  /** The name of the event's property that holds the amount. */
  property: z.string().trim().min(1).max(200),
  /** The amount is in cents already. */
  inCents: z.boolean().default(false),
  /** ISO 4217, where the event says no `currency` itself; null: the workspace's. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'must be a currency such as EUR' })
    .nullable()
    .default(null),
})
export type GoalValue = z.infer<typeof goalValue>

const goalValues = z
  .array(goalValue)
  .max(10)
  .refine((values) => new Set(values.map(({ event }) => event)).size === values.length, {
    error: 'says the value of a goal twice',
  })

/**
 * How figures credit what people do to the messages that led there: to the last one clicked within `creditDays` before.
 * Seven days is a choice of ours; an open earns nothing unless the workspace says so, as programs open mails too.
 */
export const reportSettings = z.object({
  /** Days of 24 hours. */
  creditDays: z.int().min(1).max(30).default(7),
  /** The last message clicked or opened, whichever came later. */
  creditOpens: z.boolean().default(false),
  /** What a thousand emails cost, in cents of the workspace's currency; null: not told, so no cost is shown. */
  thousandEmailsCents: z.int().min(0).max(100_000_000).nullable().default(null),
  /** Events that are goals beside orders. */
  goals: goals.default([]),
  /** Which of those goals bring revenue; of an event that is no goal, nothing is counted. */
  goalValues: goalValues.default([]),
})
export type ReportSettings = z.infer<typeof reportSettings>
