import { remembered } from '../memory/remembered'

/** Making a format costs a hundred times its use. */
const formats = remembered<Intl.NumberFormat>(100)

function formatOf(
  locale: string,
  currency: string | null,
  minimumFractionDigits: number,
): Intl.NumberFormat {
  const digits = { minimumFractionDigits, maximumFractionDigits: 2 }
  return formats(
    `${locale} ${currency} ${minimumFractionDigits}`,
    () =>
      new Intl.NumberFormat(locale, currency ? { style: 'currency', currency, ...digits } : digits),
  )
}

/** A shop has few prices, and a mail to many people repeats them: writing one anew costs ten times as much. */
const prices = remembered<string>(5_000)

/**
 * Cents as a price in the reader's language: `1 234,50 €`, `€1,234.50`; whole amounts lose
 * their zeros (`25 €`). What is no currency code is written after the amount as it is.
 */
export const formatMoney = (cents: number, currency: string, locale: string): string =>
  prices(`${cents} ${locale} ${currency}`, () => write(cents, currency, locale))

function write(cents: number, currency: string, locale: string): string {
  const amount = cents / 100
  const decimals = Number.isInteger(amount) ? 0 : 2
  if (/^[A-Za-z]{3}$/.test(currency))
    return formatOf(locale, currency.toUpperCase(), decimals).format(amount)
  return `${formatOf(locale, null, decimals).format(amount)}\u00a0${currency}`.trim()
}
