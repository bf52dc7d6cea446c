import { useEffect } from 'react'
import type { MailHistory } from './use-mail-history'

const writes = 'input, textarea, select, [contenteditable="true"]'

/** Ctrl Z and Ctrl Shift Z (or Y) for the whole mail, wherever nobody is writing: texts have their own. */
export function useUndoKeys({ undo, redo }: MailHistory): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.target instanceof Element && event.target.closest(writes)) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) undo()
      else if (key === 'y' || key === 'z') redo()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [undo, redo])
}
