import { z } from 'zod'
import { timeOfDay } from '../time/time-of-day'

const mails = z.int().min(1).max(100_000_000)

/**
 * How a domain that is new to inboxes is made known: `start` mails on its first day, `factor` times as many after each
 * day that used at least half of its share, no limit any more from `end` on.
 */
export const warmUpPlan = z.object({
  start: mails.default(500),
  factor: z.number().min(1).max(10).default(2),
  end: mails.default(100_000),
})
export type WarmUpPlan = z.infer<typeof warmUpPlan>

/** At most so many mails an hour, or a sending day, to the mailboxes of one domain; `*`: of each that is not named. */
export const domainLimit = z.object({
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(\*|[a-z\d-]+(\.[a-z\d-]+)+)$/, { error: 'must be a domain such as gmail.com, or *' }),
  most: mails,
  per: z.enum(['hour', 'day']),
})
export type DomainLimit = z.infer<typeof domainLimit>

/**
 * How many mails a workspace lets out, whoever they are for. Service mails count, and always go. Null: no limit.
 * Proposals are choices of ours: doubling from 500 a day is what mailbox providers advise for a new domain.
 */
export const sendingSettings = z.object({
  dailyMost: mails.nullable().default(null),
  /** When a sending day begins, in the workspace's zone: what waits for the next one goes at this hour, not at night. */
  dayBegins: timeOfDay.default('08:00'),
  /** For the domain of the workspace's own sender address; without one there is nothing to make known. */
  warmUp: warmUpPlan.nullable().default({ start: 500, factor: 2, end: 100_000 }),
  domainLimits: z.array(domainLimit).max(50).default([]),
})
export type SendingSettings = z.infer<typeof sendingSettings>
