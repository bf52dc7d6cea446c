import { Temporal } from 'temporal-polyfill'

/** A date moved by a signed ISO 8601 duration, by the calendar; what is less than a day is left out. */
export function addToDate(date: Temporal.PlainDate, duration: string): Temporal.PlainDate {
  const { years, months, weeks, days, hours } = Temporal.Duration.from(duration)
  return date.add({ years, months, weeks, days: days + Math.trunc(hours / 24) })
}
