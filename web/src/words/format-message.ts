import type { Language } from '@relance/core/words/language'
import { IntlMessageFormat } from 'intl-messageformat'
import type { en } from '../locales/en/catalogue'

export type WordKey = keyof typeof en
export type WordValues = Record<string, string | number | Date | null | undefined>

type Catalogue = Record<WordKey, string>
type Part = 'first' | 'whole'

/** A language is fetched when somebody reads it: what a drawing says as it opens, or all of it. */
const fetched: Record<Language, Record<Part, () => Promise<Partial<Catalogue>>>> = {
  en: {
    first: async () => (await import('../locales/en/first')).first,
    whole: async () => (await import('../locales/en/catalogue')).en,
  },
  fr: {
    first: async () => (await import('../locales/fr/first')).first,
    whole: async () => (await import('../locales/fr/catalogue')).fr,
  },
}
const catalogues = new Map<Language, Partial<Catalogue>>()
const whole = new Set<Language>()

/** Makes the texts of the frame and of a drawing as it opens ready to be used: a third of all. Nothing is to be said before. */
export async function loadFirstWords(language: Language): Promise<void> {
  if (catalogues.has(language)) return
  const texts = await fetched[language].first()
  if (!whole.has(language)) catalogues.set(language, texts)
}

/** Makes all texts of a language ready to be used. */
export async function loadWords(language: Language): Promise<void> {
  if (whole.has(language)) return
  catalogues.set(language, await fetched[language].whole())
  whole.add(language)
}

const compiled = new Map<string, IntlMessageFormat>()

/** English dates and numbers are written the international way: 14:30, 2 March. */
export const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : 'fr-FR')

/** The compiled message of a key; parsed once per language. */
export function messageOf(language: Language, key: WordKey): IntlMessageFormat {
  const id = `${language}:${key}`
  const known = compiled.get(id)
  if (known) return known
  const text = catalogues.get(language)?.[key]
  if (text === undefined) throw new Error(`The text ${key} in ${language} has not been loaded.`)
  const message = new IntlMessageFormat(text, localeOf(language))
  compiled.set(id, message)
  return message
}

/** The text of a key in a language, its slots filled. Tags such as `<b>` are dropped: for names and announcements. */
export function formatWords(language: Language, key: WordKey, values: WordValues = {}): string {
  const plain = (chunks: unknown[]) => chunks.join('')
  return String(messageOf(language, key).format({ ...values, b: plain, link: plain }))
}
