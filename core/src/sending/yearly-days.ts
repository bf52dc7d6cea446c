import type { Temporal } from 'temporal-polyfill'

const LEAP_DAY = '02-29'

/** The days of the year, as `MM-DD`, that are kept on a date: on 28 February of a common year the 29th too. */
export function yearlyDays(date: Temporal.PlainDate): string[] {
  const day = date.toString().slice(5)
  return day === '02-28' && !date.inLeapYear ? [day, LEAP_DAY] : [day]
}
