import { useEffect, useRef, useState } from 'react'
import { type OpenedDraft, openDraft } from './open-draft'
import type { SaveState, Saving } from './save-state'

/** A draft, opened for as long as the page shows it, and whether it is saved. */
export function useOpenDraft(flowId: string) {
  const [opened, setOpened] = useState<OpenedDraft | null>(null)
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saving' })
  const [error, setError] = useState<Error | null>(null)
  const autosave = useRef<Saving | null>(null)
  useEffect(() => {
    let isGone = false
    const opening = openDraft(flowId, (state) => !isGone && setSaveState(state))
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
  }, [flowId])
  return { opened, saveState, autosave, error }
}
