import { type Language, languageOf } from '@relance/core/words/language'
import { create } from 'zustand'

const KEY = 'relance.language'

const initial = (): Language =>
  languageOf(localStorage.getItem(KEY)) ?? languageOf(navigator.language) ?? 'en'

/** The reader's language, kept in this browser. */
export const useLanguageStore = create<{
  language: Language
  setLanguage: (language: Language) => void
}>((set) => ({
  language: initial(),
  setLanguage: (language) => {
    localStorage.setItem(KEY, language)
    document.documentElement.lang = language
    set({ language })
  },
}))

/** What instants and amounts are shown in: the workspace's zone (IANA name) and currency (ISO 4217), once known. */
export const useUnitsStore = create<{ timeZone: string | undefined; currency: string }>(() => ({
  timeZone: undefined,
  currency: 'EUR',
}))

export const readLanguage = () => useLanguageStore.getState().language
