import type { Counting } from '../api/reports'

/** The first and the last local day of what was counted, as `2026-03-02`. */
export function shownDates({ from, to, timeZone }: Pick<Counting, 'from' | 'to' | 'timeZone'>): {
  first: string
  last: string
} {
  // Sweden writes dates as fields of dates want them.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  const last = new Date(Date.parse(to) - 1)
  return { first: format.format(new Date(from)), last: format.format(last) }
}
