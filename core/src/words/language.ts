import { z } from 'zod'

export const languages = ['en', 'fr'] as const
export const language = z.enum(languages)
export type Language = z.infer<typeof language>

/** One text in every language of the product. */
export type Words = Record<Language, string>

/** The nearest of our languages for a locale such as `fr-CA`, or null. */
export const languageOf = (locale: string | null | undefined): Language | null =>
  languages.find((known) => locale?.toLowerCase().startsWith(known)) ?? null
