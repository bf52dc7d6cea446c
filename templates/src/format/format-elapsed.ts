import { Temporal } from 'temporal-polyfill'

/**
 * How long ago, in the largest unit a person would use: `21 jours` up to two months,
 * then `6 mois`, from two years on `2 ans`. Calendar units go by the reader's zone.
 */
export function formatElapsed(from: Date, to: Date, locale: string, timeZone: string): string {
  const day = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const start = day(from)
  const end = day(to)
  const months = Math.max(0, start.until(end, { largestUnit: 'month' }).months)
  const [value, unit] =
    months >= 24
      ? [Math.floor(months / 12), 'year']
      : months >= 2
        ? [months, 'month']
        : [Math.max(0, start.until(end).days), 'day']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
