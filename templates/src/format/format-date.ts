/** The styles `date:` takes by name. */
const styles: Record<string, Intl.DateTimeFormatOptions> = {
  medium: { day: 'numeric', month: 'long' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times its use. */
function formatOf(style: string, locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${locale} ${timeZone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { ...(styles[style] ?? styles.medium), timeZone })
  // Zones come from contacts: a bound, so that odd data cannot fill memory.
  if (formats.size > 500) formats.clear()
  formats.set(key, format)
  return format
}

/** A mail says a date in its HTML and in its text, and an offer's end is everybody's. */
const KEPT = 1_000
const written = new Map<string, string>()

/** An instant in the reader's words and zone, `22 avril` by default. French says `1er`. */
export function formatDate(at: Date, style: string, locale: string, timeZone: string): string {
  const key = `${at.getTime()} ${style} ${locale} ${timeZone}`
  const before = written.get(key)
  if (before !== undefined) return before
  const words = write(at, style, locale, timeZone)
  if (written.size >= KEPT) written.clear()
  written.set(key, words)
  return words
}

function write(at: Date, style: string, locale: string, timeZone: string): string {
  const text = formatOf(style, locale, timeZone).format(at)
  return locale.startsWith('fr') && style !== 'short'
    ? text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ')
    : text
}
