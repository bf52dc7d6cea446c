import { type Language, languageOf } from '@relance/core/words/language'

const usual: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' }

/** The contact's own locale where it is of the mail's language and known, else the usual one. */
export function localeOf(language: Language, contactLocale: string | null | undefined): string {
  if (!contactLocale || languageOf(contactLocale) !== language) return usual[language]
  const tag = contactLocale.replace('_', '-')
  return /^[a-z]{2}-[A-Za-z]{2}$/.test(tag) ? tag : usual[language]
}
