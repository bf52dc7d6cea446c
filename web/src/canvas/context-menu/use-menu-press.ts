import { type MouseEvent, type PointerEvent, useRef } from 'react'
import { useSession } from '../canvas-context'
import { menuFor } from './menu-for'

/** So long a finger stays where it is for a menu, and moves by no more than that. */
const LONG_PRESS_MS = 500
const STILL_PX = 10

/** What opens the menu of whatever is pressed: the other mouse button, or a finger that stays. */
export function useMenuPress() {
  const { store } = useSession()
  const finger = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout> } | null>(null)
  const letGo = () => {
    clearTimeout(finger.current?.timer)
    finger.current = null
  }
  return {
    onContextMenu: (event: MouseEvent) => {
      const menu = menuFor(event.target, { x: event.clientX, y: event.clientY })
      if (!menu) return
      event.preventDefault()
      // Keys tell no place of their own; and a finger that stays has opened it already.
      if (event.button !== -1 && !store.getState().menu) store.getState().openMenu(menu)
    },
    onPointerDown: (event: PointerEvent) => {
      letGo()
      if (event.pointerType !== 'touch' || !event.isPrimary) return
      const { target, clientX: x, clientY: y } = event
      const open = () => {
        const menu = menuFor(target, { x, y })
        if (menu) store.getState().openMenu(menu)
        finger.current = null
      }
      finger.current = { x, y, timer: setTimeout(open, LONG_PRESS_MS) }
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = finger.current
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > STILL_PX) letGo()
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  }
}
