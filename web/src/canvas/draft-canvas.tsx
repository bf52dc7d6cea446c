import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { everybody } from '../api/figure-range'
import { flowQuery } from '../api/flows'
import { Failed, Loading } from '../ui/states'
import { CanvasContext, type CanvasSession } from './canvas-context'
import { useOpenDraft } from './link/use-open-draft'
import { ScenarioCanvas } from './scenario-canvas'
import styles from './scenario-page.module.css'
import { createCanvasStore } from './store/canvas-store'
import { useNames } from './use-names'

/**
 * A draft as several people draw it, on the canvas. With something to stand beside it (`side`) it is only looked at:
 * nothing can be changed, and no figures show.
 */
export function DraftCanvas({ flowId, side }: { flowId: string; side?: ReactNode }) {
  const [attempt, setAttempt] = useState(0)
  const again = () => setAttempt(attempt + 1)
  return <Opened key={`${flowId} ${attempt}`} flowId={flowId} side={side} again={again} />
}

interface OpenedProps {
  flowId: string
  side: ReactNode
  again: () => void
}

function Opened({ flowId, side, again }: OpenedProps) {
  const flow = useQuery(flowQuery(flowId))
  const { opened, autosave, error } = useOpenDraft(flowId)
  const [store] = useState(createCanvasStore)
  const names = useNames(opened?.document ?? null)
  const isLookedAt = side !== undefined
  const value = useMemo<CanvasSession | null>(
    () =>
      flow.data && opened
        ? {
            ...{ flow: flow.data, document: opened.document, presence: opened.presence },
            ...{ store, names, autosave, saveStore: opened.saveStore },
            isAhead: opened.isAhead,
            readOnly: isLookedAt || opened.link.mayDraw === false,
            hasFigures: !isLookedAt && flow.data.version !== null,
            ...{ range: everybody, drawn: null },
          }
        : null,
    [flow.data, opened, store, names, autosave, isLookedAt],
  )
  // What is known of it from earlier is enough to draw on.
  const failure = (flow.data ? null : flow.error) ?? error
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
      <ScenarioCanvas side={side} />
    </CanvasContext>
  )
}
