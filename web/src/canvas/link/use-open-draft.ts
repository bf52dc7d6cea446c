import { useEffect, useRef, useState } from 'react'
import { takeDraft } from './begun-draft'
import type { OpenedDraft } from './open-draft'
import type { Saving } from './save-state'
import type { SaveStore } from './save-store'

/** A draft, opened for as long as the page shows it, and whether it is saved. */
export function useOpenDraft(flowId: string) {
  const [opened, setOpened] = useState<(OpenedDraft & { saveStore: SaveStore }) | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const autosave = useRef<Saving | null>(null)
  useEffect(() => {
    let isGone = false
    const { outcome, saveStore, stop } = takeDraft(flowId)
    void outcome.then((came) => {
      if (isGone) return
      if ('failure' in came) return setError(came.failure)
      autosave.current = came.opened.link
      setOpened({ ...came.opened, saveStore })
    })
    return () => {
      isGone = true
      stop()
    }
  }, [flowId])
  return { opened, autosave, error }
}
