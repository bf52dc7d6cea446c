import { type Language, languageOf } from '@relance/core/words/language'
import { create } from 'zustand'
import { loadWords } from './format-message'

const KEY = 'relance.language'

const initial = (): Language =>
  languageOf(localStorage.getItem(KEY)) ?? languageOf(navigator.language) ?? 'en'

/** The reader's language, kept in this browser. */
export const useLanguageStore = create<{
  language: Language
  /** Takes effect once the texts are there. */
  setLanguage: (language: Language) => Promise<void>
}>((set) => ({
  language: initial(),
  setLanguage: async (language) => {
    await loadWords(language)
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
