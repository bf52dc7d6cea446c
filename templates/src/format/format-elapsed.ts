import { Temporal } from 'temporal-polyfill'

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format costs a hundred times its use. */
function formatOf(locale: string, unit: string): Intl.NumberFormat {
  const key = `${locale} ${unit}`
  const format =
    formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  // Locales come from contacts: a bound, so that odd data cannot fill memory.
  if (formats.size > 100) formats.clear()
  formats.set(key, format)
  return format
}

/** The last answer: a mail says it in its subject, its HTML and its text. */
let said = { asked: '', words: '' }

/**
 * How long ago, in the largest unit a person would use: `21 jours` up to two months,
 * then `6 mois`, from two years on `2 ans`. Calendar units go by the reader's zone.
 */
export function formatElapsed(from: Date, to: Date, locale: string, timeZone: string): string {
  const asked = `${from.getTime()} ${to.getTime()} ${locale} ${timeZone}`
  if (said.asked !== asked) said = { asked, words: elapsed(from, to, locale, timeZone) }
  return said.words
}

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
