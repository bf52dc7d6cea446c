import type { Language } from '@relance/core/words/language'
import { IntlMessageFormat } from 'intl-messageformat'
import { en } from '../locales/en/catalogue'
import { fr } from '../locales/fr/catalogue'

export type WordKey = keyof typeof en
export type WordValues = Record<string, string | number | Date | null | undefined>

const catalogues: Record<Language, Record<WordKey, string>> = { en, fr }
const compiled = new Map<string, IntlMessageFormat>()

/** English dates and numbers are written the international way: 14:30, 2 March. */
export const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : 'fr-FR')

/** The compiled message of a key; parsed once per language. */
export function messageOf(language: Language, key: WordKey): IntlMessageFormat {
  const id = `${language}:${key}`
  const known = compiled.get(id)
  if (known) return known
  const message = new IntlMessageFormat(catalogues[language][key], localeOf(language))
  compiled.set(id, message)
  return message
}

/** The text of a key in a language, its slots filled. Tags such as `<b>` are dropped: for names and announcements. */
export function formatWords(language: Language, key: WordKey, values: WordValues = {}): string {
  const plain = (chunks: unknown[]) => chunks.join('')
  return String(messageOf(language, key).format({ ...values, b: plain, link: plain }))
}
