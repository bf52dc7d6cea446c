import { Temporal } from 'temporal-polyfill'
import { type Weekday, weekdayNumber } from './weekday'

/** When a clock on the wall shows `at`, on one of these days (any day when empty or absent). */
export interface LocalMoment {
  at: string
  weekdays?: readonly Weekday[] | null
}

/** The local date of an instant. */
export const localDate = (instant: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()

/**
 * The instant of a local time on a date. In the hour that is skipped in spring, as far after the
 * gap as it was meant to be into it; in the hour that comes twice, the first.
 */
export const atLocalTime = (date: Temporal.PlainDate, at: string, timeZone: string): Date =>
  new Date(date.toZonedDateTime({ timeZone, plainTime: at }).epochMilliseconds)

/** The first instant of a local date: midnight, or as soon as the clocks show that day. */
export const startOfDate = (date: Temporal.PlainDate, timeZone: string): Date =>
  new Date(date.toZonedDateTime(timeZone).epochMilliseconds)

/** The first instant of the local day `instant` falls on. */
export const startOfLocalDay = (instant: Date, timeZone: string): Date =>
  startOfDate(localDate(instant, timeZone), timeZone)

/** The first such local moment at or after `from`. */
export function nextLocalTime(from: Date, { at, weekdays }: LocalMoment, timeZone: string): Date {
  const wanted = new Set((weekdays ?? []).map(weekdayNumber))
  let date = localDate(from, timeZone)
  for (;;) {
    const instant = atLocalTime(date, at, timeZone)
    if (instant >= from && (wanted.size === 0 || wanted.has(date.dayOfWeek))) return instant
    date = date.add({ days: 1 })
  }
}
