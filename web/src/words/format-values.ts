import type { Language } from '@relance/core/words/language'
import { localeOf } from './format-message'

const NO_BREAK = ' '

/** 4,812 · 4 812 */
export const formatNumber = (language: Language, value: number) =>
  new Intl.NumberFormat(localeOf(language)).format(value)

/** A share from 0 to 1 as 8.3% · 8,3 %. */
export function formatShare(language: Language, share: number, digits = 0): string {
  const number = new Intl.NumberFormat(localeOf(language), {
    maximumFractionDigits: digits,
  }).format(share * 100)
  return language === 'fr' ? `${number}${NO_BREAK}%` : `${number}%`
}

/** Cents as 84.00 € · 84,00 €; the sign of the currency follows the figure in both languages. */
export function formatMoney(language: Language, cents: number, currency = 'EUR'): string {
  const parts = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
  }).formatToParts(cents / 100)
  const sign = parts.find((part) => part.type === 'currency')?.value ?? currency
  const number = parts
    .filter((part) => part.type !== 'currency' && part.type !== 'literal')
    .map((part) => part.value)
    .join('')
  return `${number}${NO_BREAK}${sign}`
}

export type DateStyle = 'day' | 'stamp' | 'moment' | 'full' | 'time' | 'month'

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
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
