const formats = new Map<string, Intl.NumberFormat>()

/** Making a format costs a hundred times its use; a shop has a handful. */
function formatOf(
  locale: string,
  currency: string | null,
  minimumFractionDigits: number,
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${minimumFractionDigits}`
  const digits = { minimumFractionDigits, maximumFractionDigits: 2 }
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, currency ? { style: 'currency', currency, ...digits } : digits)
  formats.set(key, format)
  return format
}

/** A shop has few prices, and a mail to many people repeats them: writing one anew costs ten times as much. */
const KEPT = 5_000
const written = new Map<string, string>()

/**
 * Cents as a price in the reader's language: `1 234,50 €`, `€1,234.50`; whole amounts lose
 * their zeros (`25 €`). What is no currency code is written after the amount as it is.
 */
export function formatMoney(cents: number, currency: string, locale: string): string {
  const key = `${cents} ${locale} ${currency}`
  const before = written.get(key)
  if (before !== undefined) return before
  const price = write(cents, currency, locale)
  if (written.size >= KEPT) written.clear()
  written.set(key, price)
  return price
}

function write(cents: number, currency: string, locale: string): string {
  const amount = cents / 100
  const decimals = Number.isInteger(amount) ? 0 : 2
  if (/^[A-Za-z]{3}$/.test(currency))
    return formatOf(locale, currency.toUpperCase(), decimals).format(amount)
  return `${formatOf(locale, null, decimals).format(amount)}\u00a0${currency}`.trim()
}
