import { Temporal } from 'temporal-polyfill'
import { atLocalTime, localDate } from '../time/local-time'

const HOUR_MS = 3_600_000

/** How sending is counted: by the hour, or by days that begin at a local time. */
export interface Counting {
  per: 'hour' | 'day'
  dayBegins: string
  /** IANA name. */
  timeZone: string
}

/**
 * The start of the window an instant falls into, or of the n-th after it. A day is as long as the wall clock makes it:
 * 23 or 25 hours where clocks change.
 */
export function windowStart(now: Date, { per, dayBegins, timeZone }: Counting, later = 0): Date {
  if (per === 'hour') return new Date((Math.floor(now.getTime() / HOUR_MS) + later) * HOUR_MS)
  const today = localDate(now, timeZone)
  const isBefore = now < atLocalTime(today, dayBegins, timeZone)
  const date = today.add(Temporal.Duration.from({ days: later - (isBefore ? 1 : 0) }))
  return atLocalTime(date, dayBegins, timeZone)
}
