import { useEffect, useState } from 'react'

/** When what uses this goes away, the keyboard is back where it was before, unless it has gone somewhere else. */
export function useGiveBack() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () =>
      void requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement)
          before.focus({ preventScroll: true })
      }),
    [before],
  )
}
