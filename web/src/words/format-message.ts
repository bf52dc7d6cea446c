import type { Language } from '@relance/core/words/language'
import { IntlMessageFormat } from 'intl-messageformat'
import type { en } from '../locales/en/catalogue'

export type WordKey = keyof typeof en
export type WordValues = Record<string, string | number | Date | null | undefined>

type Catalogue = Record<WordKey, string>

/** A language is fetched when somebody reads it. */
const fetched: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import('../locales/en/catalogue')).en,
  fr: async () => (await import('../locales/fr/catalogue')).fr,
}
const catalogues = new Map<Language, Catalogue>()

/** Makes a language's texts ready to be used. Nothing is to be said in it before. */
export async function loadWords(language: Language): Promise<void> {
  if (!catalogues.has(language)) catalogues.set(language, await fetched[language]())
}

const compiled = new Map<string, IntlMessageFormat>()

/** English dates and numbers are written the international way: 14:30, 2 March. */
export const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : 'fr-FR')

/** The compiled message of a key; parsed once per language. */
export function messageOf(language: Language, key: WordKey): IntlMessageFormat {
  const id = `${language}:${key}`
  const known = compiled.get(id)
  if (known) return known
  const catalogue = catalogues.get(language)
  if (!catalogue) throw new Error(`The texts in ${language} have not been loaded.`)
  const message = new IntlMessageFormat(catalogue[key], localeOf(language))
  compiled.set(id, message)
  return message
}

/** The text of a key in a language, its slots filled. Tags such as `<b>` are dropped: for names and announcements. */
export function formatWords(language: Language, key: WordKey, values: WordValues = {}): string {
  const plain = (chunks: unknown[]) => chunks.join('')
  return String(messageOf(language, key).format({ ...values, b: plain, link: plain }))
}
