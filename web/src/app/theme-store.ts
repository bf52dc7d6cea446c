import { create } from 'zustand'

export type Theme = 'system' | 'light' | 'dark'
const KEY = 'relance.theme'

const apply = (theme: Theme) => {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme')
  else document.documentElement.setAttribute('data-theme', theme)
}

const kept = localStorage.getItem(KEY)
const initial: Theme = kept === 'light' || kept === 'dark' ? kept : 'system'
apply(initial)

/** Light, dark, or as the system says; kept in this browser. */
export const useThemeStore = create<{ theme: Theme; setTheme: (theme: Theme) => void }>((set) => ({
  theme: initial,
  setTheme: (theme) => {
    localStorage.setItem(KEY, theme)
    apply(theme)
    set({ theme })
  },
}))
