import { useState } from 'react'

/**
 * For a popup whose code is fetched when somebody comes near its button, and stands from the first press on: whether
 * it was pressed, and what the button has until then.
 */
export function useAsked(fetchIt: () => Promise<unknown>, popup: 'menu' | 'dialog') {
  const [isAsked, setAsked] = useState(false)
  // What cannot be fetched now is told of when it is asked for.
  const near = () => void Promise.allSettled([fetchIt()])
  const button = {
    'aria-haspopup': popup,
    'aria-expanded': false,
    onPointerEnter: near,
    onFocus: near,
    onClick: () => setAsked(true),
  } as const
  return { isAsked, button }
}
