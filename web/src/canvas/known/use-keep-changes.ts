import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import { useSession } from '../canvas-context'
import { type Change, compareDrafts } from '../document/compare-drafts'
import { useLiveContent } from '../use-changes'

const none: Change[] = []

/** Hands what the draft changes against the live version to the cards. */
export function useKeepChanges(): void {
  const { document, store, readOnly } = useSession()
  const live = useLiveContent()
  const content = useSyncExternalStore(document.subscribe, () => document.content)
  const changes = useMemo(
    () => (live && !readOnly ? compareDrafts(live, content) : none),
    [live, content, readOnly],
  )
  useLayoutEffect(() => store.getState().learnChanges(changes), [store, changes])
}
