import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { flowQuery, readDraft, writeDraft } from '../api/flows'
import { Failed, Loading } from '../ui/states'
import { Autosave, readUnsaved, type SaveState } from './autosave'
import { CanvasContext, type CanvasSession } from './canvas-context'
import { contentOf } from './document/draft-content'
import { DraftDocument } from './document/draft-document'
import { HistoryStore } from './history-store'
import { ScenarioCanvas } from './scenario-canvas'
import styles from './scenario-page.module.css'
import { createCanvasStore } from './store/canvas-store'
import { useNames } from './use-names'

/** Build: the draft, with everything to change it. */
export function BuildPage() {
  const { flowId } = useParams({ from: '/app/scenarios/$flowId' })
  return <OpenDraft key={flowId} flowId={flowId} />
}

function OpenDraft({ flowId }: { flowId: string }) {
  const flow = useQuery(flowQuery(flowId))
  // The draft is read once: from then on the document is the truth and the server follows.
  const draft = useQuery({
    queryKey: ['flow', flowId, 'draft-on-opening'],
    queryFn: () => readDraft(flowId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const kept = useQuery({
    queryKey: ['flow', flowId, 'undo-on-opening'],
    queryFn: () => HistoryStore.open(flowId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const session = useDraftSession(flowId, draft.data, kept.data)
  const names = useNames(session?.document ?? null)
  const value = useMemo<CanvasSession | null>(
    () =>
      flow.data && session
        ? {
            ...session,
            flow: flow.data,
            names,
            readOnly: false,
            hasFigures: flow.data.version !== null,
          }
        : null,
    [flow.data, session, names],
  )
  const error = flow.error ?? draft.error ?? kept.error
  if (error)
    return (
      <Failed error={error} retry={() => void Promise.all([flow.refetch(), draft.refetch()])} />
    )
  if (!value)
    return (
      <div className={styles.loading}>
        <Loading rows={6} />
      </div>
    )
  return (
    <CanvasContext value={value}>
      <ScenarioCanvas />
    </CanvasContext>
  )
}

/**
 * The document of a draft, saved as it changes; acts this browser never got through are taken up again, and those
 * of an earlier opening can still be taken back.
 */
function useDraftSession(
  flowId: string,
  draft: Awaited<ReturnType<typeof readDraft>> | undefined,
  kept: HistoryStore | null | undefined,
) {
  const autosave = useRef<Autosave | null>(null)
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved', at: null })
  const opened = useMemo(() => {
    if (!draft || kept === undefined) return null
    const unsaved = readUnsaved(localStorage, flowId)
    const content = unsaved?.content ?? contentOf(draft)
    return {
      document: new DraftDocument(content, { now: () => Date.now(), history: kept?.history }),
      store: createCanvasStore(),
      unsaved,
      revision: unsaved?.revision ?? draft.revision,
    }
  }, [draft, kept, flowId])
  useEffect(() => {
    if (!opened) return
    const save = new Autosave({
      flowId,
      document: opened.document,
      revision: opened.revision,
      sent: opened.unsaved?.sent,
      write: writeDraft,
      keep: localStorage,
      onState: setSaveState,
    })
    autosave.current = save
    const stop = save.start()
    if (opened.unsaved) save.touch()
    return stop
  }, [opened, flowId])
  useEffect(
    () => opened?.document.subscribe(() => kept?.keep(opened.document.history)),
    [opened, kept],
  )
  return useMemo(
    () => opened && { document: opened.document, store: opened.store, autosave, saveState },
    [opened, saveState],
  )
}
