import { Temporal } from 'temporal-polyfill'
import { addToDate } from '../time/add-to-date'
import { localDate } from '../time/local-time'
import { yearlyDays } from './yearly-days'

/** Months differ in length: several dates may lead to one. */
const AROUND_DAYS = 4

/** Which dates of people have their turn with an occurrence. */
export interface DaysOf {
  /** Each year's day, as `MM-DD`; or the dates themselves, `YYYY-MM-DD`. */
  days: string[]
  /** The year those days are in, which is what makes an entry one. */
  year: number
}

/** The dates that, moved by `offset`, fall on the local date of an occurrence. */
export function daysOf(
  at: Date,
  timeZone: string,
  { offset, repeat }: { offset: string; repeat: 'yearly' | 'once' },
): DaysOf {
  const day = localDate(at, timeZone)
  const middle = day.subtract(Temporal.Duration.from(offset))
  const around = Array.from({ length: 2 * AROUND_DAYS + 1 }, (_, i) =>
    middle.add({ days: i - AROUND_DAYS }),
  )
  const dates = around.filter((date) => addToDate(date, offset).equals(day))
  const year = (dates[0] ?? middle).year
  return repeat === 'once'
    ? { days: dates.map(String), year }
    : { days: dates.flatMap(yearlyDays), year }
}
