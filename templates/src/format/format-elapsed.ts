import { remembered } from '@relance/core/memory/remembered'
import { Temporal } from 'temporal-polyfill'

/** Making a format costs a hundred times its use. */
const formats = remembered<Intl.NumberFormat>(100)

const formatOf = (locale: string, unit: string): Intl.NumberFormat =>
  formats(
    `${locale} ${unit}`,
    () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  )

/** A mail says it in its subject, its HTML and its text. */
const spans = remembered<string>(1_000)

/**
 * How long ago, in the largest unit a person would use: `21 jours` up to two months,
 * then `6 mois`, from two years on `2 ans`. Calendar units go by the reader's zone.
 */
export const formatElapsed = (from: Date, to: Date, locale: string, timeZone: string): string =>
  spans(`${from.getTime()} ${to.getTime()} ${locale} ${timeZone}`, () =>
    elapsed(from, to, locale, timeZone),
  )

function elapsed(from: Date, to: Date, locale: string, timeZone: string): string {
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
  return formatOf(locale, unit).format(value)
}
