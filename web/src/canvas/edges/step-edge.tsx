import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import clsx from 'clsx'
import { Plus, Repeat } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { bendOf } from '../layout/drawn-edges'
import { edgePath } from '../layout/edge-path'
import { flowWidth } from '../live-scale'
import { edgeOnPath } from '../store/path-slice'
import { useLiveScale, useStepStats } from '../use-stats'
import styles from './step-edge.module.css'

/** A path from an exit to the next step, with a "+" in its middle. */
export const StepEdge = memo(function StepEdge({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  selected,
}: EdgeProps) {
  const { t, number } = useWords()
  const { readOnly } = useSession()
  const edge = useContent((content) => content.edges[id])
  const bend = useContent((content) => bendOf(content, content.edges[id]?.to ?? ''))
  const lit = useCanvas((state) => state.litEdge === id)
  const chosen = useCanvas((state) => state.selectedEdge === id) || selected
  const onPath = useCanvas(edgeOnPath(id))
  const scale = useLiveScale()
  const people = useStepStats(edge?.from ?? '')?.exits[edge?.exit ?? ''] ?? 0
  const pick = useCanvas((state) => state.pick)
  const { path, middle, goesBack } = edgePath({ sourceX, sourceY, targetX, targetY }, bend)
  if (!edge) return null
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation()
    const box = event.currentTarget.getBoundingClientRect()
    const at = { x: box.left + box.width / 2, y: box.bottom }
    pick({ mode: 'add', place: { on: 'exit', from: edge.from, exit: edge.exit }, at })
  }
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={20}
        className={clsx(
          styles.edge,
          (lit || onPath === 'lit') && styles.lit,
          onPath === 'dim' && styles.dim,
          chosen && styles.chosen,
        )}
        style={
          scale && !chosen && !lit && !onPath
            ? { strokeWidth: flowWidth(people, scale) }
            : undefined
        }
        markerEnd={goesBack ? 'url(#arrow)' : undefined}
      />
      <EdgeLabelRenderer>
        <div
          className={clsx(styles.middle, 'nodrag nopan')}
          style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
        >
          {goesBack && edge.atMost && (
            <span className={styles.loop}>
              <Repeat className="icon-s" aria-hidden="true" />
              {t('canvas.atMost', { n: number(edge.atMost) })}
            </span>
          )}
          {!readOnly && (
            <button
              type="button"
              tabIndex={-1}
              data-edge={id}
              data-lit={lit || undefined}
              className={clsx(styles.add, lit && styles.litAdd)}
              onClick={open}
              aria-label={t('canvas.insertHere')}
              title={t('canvas.insertHere')}
            >
              <Plus aria-hidden="true" />
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  )
})
