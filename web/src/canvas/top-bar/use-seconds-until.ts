import { useEffect, useState } from 'react'

const secondsUntil = (at: number) => Math.max(0, Math.ceil((at - Date.now()) / 1000))

/** Whole seconds until an instant (milliseconds of `Date.now()`), running down to 0; null without one. */
export function useSecondsUntil(at: number | null): number | null {
  const [, tick] = useState(0)
  useEffect(() => {
    if (at === null) return
    const timer = setInterval(() => {
      tick((count) => count + 1)
      if (secondsUntil(at) === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [at])
  return at === null ? null : secondsUntil(at)
}
