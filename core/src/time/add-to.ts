import { Temporal } from 'temporal-polyfill'

const MS_PER_HOUR = 3_600_000

/**
 * The instant a duration after `from`. Years and months go by the calendar of `timeZone`;
 * weeks, days and less are exact multiples of 24 h, whatever the clocks do. May be negative.
 */
export function addTo(from: Date, duration: string, timeZone: string): Date {
  const { years, months, ms } = partsOf(duration)
  const moved =
    years || months ? addCalendar(from.getTime(), years, months, timeZone) : from.getTime()
  return new Date(moved + ms)
}

/** The instant a duration before `from`, by the same rules. */
export const subtractFrom = (from: Date, duration: string, timeZone: string): Date =>
  addTo(from, Temporal.Duration.from(duration).negated().toString(), timeZone)

function partsOf(text: string) {
  const duration = Temporal.Duration.from(text)
  const hours = (duration.weeks * 7 + duration.days) * 24 + duration.hours
  const ms =
    hours * MS_PER_HOUR +
    duration.minutes * 60_000 +
    duration.seconds * 1000 +
    duration.milliseconds
  return { years: duration.years, months: duration.months, ms }
}

const addCalendar = (epochMs: number, years: number, months: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .add({ years, months }).epochMilliseconds
