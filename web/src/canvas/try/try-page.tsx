import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { flowQuery, readDraft } from '../../api/flows'
import { Failed, Loading } from '../../ui/states'
import { CanvasContext, type CanvasSession } from '../canvas-context'
import { contentOf } from '../document/draft-content'
import { DraftDocument } from '../document/draft-document'
import type { Saving } from '../link/save-state'
import { createPresenceStore } from '../presence/presence-store'
import { ScenarioCanvas } from '../scenario-canvas'
import styles from '../scenario-page.module.css'
import { createCanvasStore } from '../store/canvas-store'
import { useNames } from '../use-names'
import { TryPanel } from './try-panel'

/** Try: the draft as it is drawn, walked with a real customer; nothing can be changed, nothing is sent. */
export function TryPage() {
  const { flowId } = useParams({ from: '/app/scenarios/$flowId/try' })
  return <OpenTry key={flowId} flowId={flowId} />
}

function OpenTry({ flowId }: { flowId: string }) {
  const flow = useQuery(flowQuery(flowId))
  const draft = useQuery({
    queryKey: ['flow', flowId, 'draft-to-try'],
    queryFn: () => readDraft(flowId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const autosave = useRef<Saving | null>(null)
  const opened = useMemo(() => {
    if (!draft.data) return null
    return {
      document: new DraftDocument(contentOf(draft.data), { now: () => Date.now() }),
      store: createCanvasStore(),
      presence: createPresenceStore(),
    }
  }, [draft.data])
  const names = useNames(opened?.document ?? null)
  const value = useMemo<CanvasSession | null>(
    () =>
      flow.data && opened
        ? {
            ...opened,
            ...{ flow: flow.data, names, readOnly: true, hasFigures: false, autosave },
            saveState: { kind: 'saved', at: null },
          }
        : null,
    [flow.data, opened, names],
  )
  const error = flow.error ?? draft.error
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
      <ScenarioCanvas side={<TryPanel />} />
    </CanvasContext>
  )
}
