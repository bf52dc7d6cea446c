import { useEffect, useState } from 'react'

/** A value once it has stayed the same for so many milliseconds; until one has, what is given `first`: itself, at once. */
export function useSettled<T>(value: T, millis: number, first: T = value): T {
  const [settled, setSettled] = useState(first)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), millis)
    return () => clearTimeout(timer)
  }, [value, millis])
  return settled
}
