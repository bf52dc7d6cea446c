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

/** The zone instants are shown in: the workspace's, once it is known. IANA name. */
export const useZoneStore = create<{ timeZone: string | undefined }>(() => ({
  timeZone: undefined,
}))

export const readLanguage = () => useLanguageStore.getState().language
