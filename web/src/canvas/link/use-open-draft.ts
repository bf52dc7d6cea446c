import { useEffect, useRef, useState } from 'react'
import { type OpenedDraft, openDraft } from './open-draft'
import type { Saving } from './save-state'
import { createSaveStore } from './save-store'

/** A draft, opened for as long as the page shows it, and whether it is saved. */
export function useOpenDraft(flowId: string) {
  const [opened, setOpened] = useState<OpenedDraft | null>(null)
  const [saveStore] = useState(createSaveStore)
  const [error, setError] = useState<Error | null>(null)
  const autosave = useRef<Saving | null>(null)
  useEffect(() => {
    let isGone = false
    const opening = openDraft(flowId, (state) => !isGone && saveStore.setState(state, true))
    opening.then(
      (draft) => {
        if (isGone) return
        autosave.current = draft.link
        setOpened(draft)
      },
      (failure: Error) => !isGone && setError(failure),
    )
    return () => {
      isGone = true
      opening.then(
        (draft) => draft.close(),
        () => undefined,
      )
    }
  }, [flowId, saveStore])
  return { opened, saveStore, autosave, error }
}
