import type { Language } from './language'

const NO_BREAK = '\u00a0'

/** A number as its language writes it, with three decimals at most: 1,234.5 · 1 234,5 */
export const numberWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(language).format(value)

/**
 * A share from 0 to 1 as its language writes it: 8.3% · 8,3 %
 * @param digits decimals at most
 */
export function shareWords(share: number, language: Language, digits = 0): string {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: digits })
  return `${format.format(share * 100)}${language === 'fr' ? NO_BREAK : ''}%`
}
