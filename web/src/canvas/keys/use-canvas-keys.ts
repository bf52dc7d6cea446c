import { useEffect } from 'react'
import { useSession } from '../canvas-context'
import { editKeys } from './edit-keys'
import { everywhereKeys } from './everywhere-keys'
import { isAwaited, keepTyped } from './keep-typed'
import { keyName } from './key-name'
import type { KeyScene } from './key-scene'
import { isLetterKey, useLetterKeys } from './letter-keys'
import { lookKeys } from './look-keys'
import { moveKey } from './move-mode'
import { spaceKey } from './space-key'
import { useKeyScene } from './use-key-scene'

const isTyping = (target: HTMLElement | null) =>
  Boolean(target?.isContentEditable) ||
  Boolean(
    target?.matches('input, textarea, select, [role=combobox], [role=option], [role=menuitem]'),
  )

/** Whether the drawing or the outline itself holds the keyboard: a step, a line, or nothing in particular. */
const isOnCanvas = (target: HTMLElement | null) =>
  !target ||
  target === document.body ||
  target.matches('[data-canvas]') ||
  Boolean(target.closest('[data-step], [data-exit]'))

/** Whether a press is for a button on a card, such as a figure, which Enter and Space press themselves. */
const pressesButton = (target: HTMLElement | null, pressed: string) =>
  (pressed === 'enter' || pressed === 'space') && Boolean(target?.closest('[data-step] button'))

/** Keys of the canvas and the outline. Letters act only while one of them has the keyboard; undo, redo, publish and F6 everywhere. */
export function useCanvasKeys() {
  const { readOnly } = useSession()
  const scene = useKeyScene()
  useEffect(() => {
    const everywhere = everywhereKeys(scene, readOnly)
    const onCanvas = { ...lookKeys(scene), ...(readOnly ? {} : editKeys(scene)) }
    const space = spaceKey(() => onCanvas.space?.())
    const act = (event: KeyboardEvent, target: HTMLElement | null): boolean => {
      const pressed = keyName(event)
      const general = everywhere[pressed]
      if (general) {
        general()
        return true
      }
      if (!isOnCanvas(target) || isTyping(target) || pressesButton(target, pressed)) return false
      if (isAwaited(scene)) return keepTyped(scene, event.key)
      if (isLetterKey(pressed) && !useLetterKeys.getState().isOn) return false
      if (moveKey(scene, pressed)) return true
      if (pressed === 'space') space.press()
      else onCanvas[pressed]?.()
      return pressed in onCanvas
    }
    const press = (event: KeyboardEvent) => {
      // The library takes each Space on the drawing for the beginning of a drag.
      const isTaken = event.defaultPrevented && event.key !== ' '
      const target = event.target instanceof HTMLElement ? event.target : null
      // A list that has come and not taken the keyboard yet is still awaited.
      const isBeside = isOnCanvas(target) && isAwaited(scene)
      if (isTaken || (!isBeside && document.querySelector('[role=dialog]:not([hidden])'))) return
      const done = act(event, target) || (event.key === 'Escape' && leavePanel(scene, target))
      if (done) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
      space.stop()
    }
  }, [scene, readOnly])
}

/** From a panel or the inspector back to the step, unless a list is open there, which closes first. */
function leavePanel({ store, view }: KeyScene, target: HTMLElement | null): boolean {
  if (!target?.closest('[data-inspector], [data-region=panels], [data-region=palette]'))
    return false
  if (target.getAttribute('aria-expanded') === 'true' && target.matches('input, [role=combobox]'))
    return false
  const id = store.getState().selected.at(-1)
  if (id) view.focus(id)
  else view.focusCanvas()
  return true
}
