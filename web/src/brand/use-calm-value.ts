import { useEffect, useState } from 'react'

/** A value as it was when it last stood still for so long: not every keystroke of it is worth a request. */
export function useCalmValue<Value>(value: Value, forMs: number): Value {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), forMs)
    return () => clearTimeout(timer)
  }, [value, forMs])
  return calm
}
