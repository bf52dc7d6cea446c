import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { flowQuery } from '../../api/flows'
import { Failed, Loading } from '../../ui/states'
import { CanvasContext, type CanvasSession } from '../canvas-context'
import { useOpenDraft } from '../link/use-open-draft'
import { ScenarioCanvas } from '../scenario-canvas'
import styles from '../scenario-page.module.css'
import { createCanvasStore } from '../store/canvas-store'
import { useNames } from '../use-names'
import { TryPanel } from './try-panel'

/** Try: the draft as it is drawn now, walked with a real customer; nothing can be changed, nothing is sent. */
export function TryPage() {
  const { flowId } = useParams({ from: '/app/scenarios/$flowId/try' })
  const [attempt, setAttempt] = useState(0)
  const again = () => setAttempt(attempt + 1)
  return <OpenTry key={`${flowId} ${attempt}`} flowId={flowId} again={again} />
}

function OpenTry({ flowId, again }: { flowId: string; again: () => void }) {
  const flow = useQuery(flowQuery(flowId))
  const { opened, saveState, autosave, error } = useOpenDraft(flowId)
  const [store] = useState(createCanvasStore)
  const names = useNames(opened?.document ?? null)
  const value = useMemo<CanvasSession | null>(
    () =>
      flow.data && opened
        ? {
            ...{ flow: flow.data, document: opened.document, presence: opened.presence },
            ...{ store, names, autosave, saveState, readOnly: true, hasFigures: false },
          }
        : null,
    [flow.data, opened, store, names, autosave, saveState],
  )
  const failure = flow.error ?? error
  if (failure)
    return (
      <Failed
        error={failure}
        retry={() => {
          again()
          void flow.refetch()
        }}
      />
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
