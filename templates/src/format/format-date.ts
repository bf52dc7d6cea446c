import { remembered } from '@relance/core/memory/remembered'

/** The styles `date:` takes by name. */
const styles: Record<string, Intl.DateTimeFormatOptions> = {
  medium: { day: 'numeric', month: 'long' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
}

/** Making a format costs a hundred times its use. */
const formats = remembered<Intl.DateTimeFormat>(500)

const formatOf = (style: string, locale: string, timeZone: string): Intl.DateTimeFormat =>
  formats(
    `${style} ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { ...(styles[style] ?? styles.medium), timeZone }),
  )

/** A mail says a date in its HTML and in its text, and an offer's end is everybody's. */
const dates = remembered<string>(1_000)

/** An instant in the reader's words and zone, `22 avril` by default. French says `1er`. */
export const formatDate = (at: Date, style: string, locale: string, timeZone: string): string =>
  dates(`${at.getTime()} ${style} ${locale} ${timeZone}`, () => write(at, style, locale, timeZone))

function write(at: Date, style: string, locale: string, timeZone: string): string {
  const text = formatOf(style, locale, timeZone).format(at)
  return locale.startsWith('fr') && style !== 'short'
    ? text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ')
    : text
}
