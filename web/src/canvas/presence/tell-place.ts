import { useEffect } from 'react'
import { useSession } from '../canvas-context'

/** Whether the keyboard is in something of the inspector that can be changed. */
const isChanging = () => {
  const held = document.activeElement
  return Boolean(
    held?.closest('[data-inspector]') &&
      held.matches(
        'input, textarea, select, [role=combobox], [role=spinbutton], [contenteditable]',
      ),
  )
}

/** Tells the others which step this person has chosen, and whether they are changing it. */
export function useTellPlace() {
  const { store, presence, readOnly } = useSession()
  useEffect(() => {
    const tell = () => {
      const step = store.getState().selected.at(-1) ?? null
      presence.getState().tellPlace({ step, isEditing: step !== null && !readOnly && isChanging() })
    }
    // Focus leaves one field before it reaches the next.
    const soon = () => queueMicrotask(tell)
    const stop = store.subscribe(soon)
    document.addEventListener('focusin', soon)
    document.addEventListener('focusout', soon)
    tell()
    return () => {
      stop()
      document.removeEventListener('focusin', soon)
      document.removeEventListener('focusout', soon)
    }
  }, [store, presence, readOnly])
}
