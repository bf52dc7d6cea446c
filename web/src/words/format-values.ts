import { formatMoney as priceWords } from '@relance/core/words/format-money'
import { shareWords } from '@relance/core/words/format-number'
import type { Language } from '@relance/core/words/language'
import { localeOf } from './format-message'

/** 4,812 · 4 812 */
export const formatNumber = (language: Language, value: number) =>
  new Intl.NumberFormat(localeOf(language)).format(value)

/** How much more or less, with its sign: +212 · −40; 0 where nothing differs. */
export const formatDifference = (language: Language, value: number) =>
  new Intl.NumberFormat(localeOf(language), { signDisplay: 'exceptZero' })
    .format(value)
    .replace('-', '−')

/** A share from 0 to 1 as 8.3% · 8,3 %. */
export const formatShare = (language: Language, share: number, digits = 0): string =>
  shareWords(share, language, digits)

/** Cents as €84.50 · 84,50 €, as in the mails; whole amounts without zeros. */
export const formatMoney = (language: Language, cents: number, currency: string): string =>
  priceWords(cents, currency, localeOf(language))

export type DateStyle = 'day' | 'date' | 'stamp' | 'moment' | 'full' | 'time' | 'month'

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  stamp: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  full: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
}

/** An ISO instant in the given zone; the reader's own zone when none is given. */
export function formatInstant(
  language: Language,
  instant: string | null | undefined,
  style: DateStyle,
  timeZone?: string,
) {
  if (!instant) return '–'
  const options = { ...styles[style], timeZone }
  return new Intl.DateTimeFormat(localeOf(language), options).format(new Date(instant))
}
