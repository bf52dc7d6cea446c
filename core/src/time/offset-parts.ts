import { Temporal } from 'temporal-polyfill'

/** An ISO duration as a database adds it: calendar months, and exact seconds for all the rest. */
export function offsetParts(iso: string): { months: number; secs: number } {
  const d = Temporal.Duration.from(iso)
  const hours = (d.weeks * 7 + d.days) * 24 + d.hours
  const secs = hours * 3600 + d.minutes * 60 + d.seconds + d.milliseconds / 1000
  return { months: d.years * 12 + d.months, secs }
}
