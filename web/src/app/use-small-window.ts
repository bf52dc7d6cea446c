import { useSyncExternalStore } from 'react'

const small = window.matchMedia('(max-width: 899px)')

const subscribe = (onChange: () => void) => {
  small.addEventListener('change', onChange)
  return () => small.removeEventListener('change', onChange)
}

/** Whether the window is too small for the menu with its words. */
export const useSmallWindow = (): boolean => useSyncExternalStore(subscribe, () => small.matches)
