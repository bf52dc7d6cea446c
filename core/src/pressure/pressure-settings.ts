import { z } from 'zod'
import { timeOfDay } from '../time/time-of-day'

/** Longest window a limit may have, in days; the longest one it is stretched to for whoever is written to less. */
export const LONGEST_WINDOW_DAYS = 90

const most = z.int().min(1).max(1000).nullable()
const windowDays = z.int().min(1).max(LONGEST_WINDOW_DAYS)
const silentDays = z.int().min(1).max(3650)

/** Local hours in which nothing commercial goes out; `from` later than `to` spans midnight. */
export const quietHours = z.object({ from: timeOfDay, to: timeOfDay })
export type QuietHours = z.infer<typeof quietHours>

/**
 * How much a workspace writes to one person, over all its scenarios. Null: no limit. Windows roll: they end at the
 * moment that is asked about. Service messages are outside all of it.
 */
export const pressureSettings = z.object({
  emailMost: most.default(3),
  emailDays: windowDays.default(7),
  smsMost: most.default(1),
  smsDays: windowDays.default(7),
  /** All channels together. */
  allMost: most.default(4),
  allDays: windowDays.default(7),
  /** A step that sends one mail to one person again within so many hours raises an alarm. Null: none does. */
  repeatHours: z.int().min(1).max(720).nullable().default(24),
  /** In the person's own time zone, else the workspace's. */
  quietHours: quietHours.nullable().default(null),
  /** So long commercial mails of a scenario wait at most for a person to see to an answer. 0: they do not wait. */
  replyHoldHours: z.int().min(0).max(720).default(48),
  /** Whether silence lowers the limits, step by step, down to none. */
  sunset: z.boolean().default(true),
  /** Local days without a visit, a click or an order until half, a quarter, and nothing is left. */
  halfAfterDays: silentDays.default(180),
  quarterAfterDays: silentDays.default(270),
  stopAfterDays: silentDays.default(365),
})
export type PressureSettings = z.infer<typeof pressureSettings>
