import { MiniMap, type MiniMapNodeProps, type Node, useReactFlow, useStore } from '@xyflow/react'
import clsx from 'clsx'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { stepType } from '../step-types'
import { useStepProblem } from '../use-problems'
import { useView } from '../use-view'
import { MAP_HEIGHT_PX, MAP_WIDTH_PX, placeOfMap } from './map-place'
import styles from './panels.module.css'

const colours: Record<string, string> = {
  trigger: 'var(--n-trigger-line)',
  time: 'var(--n-time-line)',
  message: 'var(--n-message-line)',
  path: 'var(--n-logic-line)',
  data: 'var(--n-data-line)',
  end: 'var(--n-end-line)',
  custom: 'var(--n-custom-line)',
}

/** How far a press of an arrow moves the window, as a share of what is in sight. */
const STRIDE = 0.25

/** The whole drawing, small: blocks by kind, dots for problems, and the window as a frame that drags, or moves by the arrows. */
export function SmallMap() {
  const { t } = useWords()
  const { document, store } = useSession()
  const asked = useCanvas((state) => state.mapAsked)
  const [isHeld, setHeld] = useState(false)
  const place = useStore(placeOfMap)
  const map = useRef<HTMLDivElement>(null)
  const keys = useMapKeys()
  const known = useRef(asked)
  const isWanted = asked > known.current
  useEffect(() => {
    if (!isWanted) return
    map.current?.focus()
    known.current = asked
  }, [asked, isWanted])
  const colour = useCallback(
    (node: Node) => {
      if (store.getState().selected.includes(node.id)) return 'var(--accent)'
      const category = stepType(document.content.nodes[node.id]?.type ?? '')?.category ?? 'custom'
      return colours[category] ?? 'var(--line-strong)'
    },
    [document, store],
  )
  // With everything in sight it tells nothing, unless somebody asks for it.
  if (place === 'nowhere' && !isHeld && !isWanted) return null
  return (
    <div
      role="application"
      ref={map}
      className={clsx(styles.map, place === 'left' && styles.mapLeft)}
      tabIndex={-1}
      aria-label={t('map.name')}
      data-map
      onKeyDown={keys}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <MiniMap
        style={{ width: MAP_WIDTH_PX, height: MAP_HEIGHT_PX }}
        pannable
        zoomable
        nodeColor={colour}
        nodeComponent={MapStep}
        nodeStrokeWidth={0}
        nodeBorderRadius={12}
        bgColor="var(--surface)"
        maskColor="var(--selection)"
        maskStrokeColor="var(--accent)"
        maskStrokeWidth={1.5}
      />
    </div>
  )
}

const arrows: Record<string, [x: number, y: number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Arrows move the window over the drawing; Escape goes back to it. */
function useMapKeys() {
  const flow = useReactFlow()
  const view = useView()
  const { store } = useSession()
  return (event: KeyboardEvent) => {
    const way = arrows[event.key]
    if (way) {
      const box = window.document.querySelector('[data-canvas]')?.getBoundingClientRect()
      const { x, y, zoom } = flow.getViewport()
      const [right, down] = [(box?.width ?? 0) * STRIDE, (box?.height ?? 0) * STRIDE]
      void flow.setViewport({ x: x + way[0] * right, y: y + way[1] * down, zoom })
    } else if (event.key === 'Escape') {
      const id = store.getState().selected.at(-1)
      if (id) view.focus(id)
      else view.focusCanvas()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** A third of a card's height: seen on the map, and covers no neighbour. */
const DOT = 32

/** A step as a block; what must be mended has a dot. */
function MapStep({ id, x, y, width, height, color, borderRadius }: MiniMapNodeProps) {
  const problem = useStepProblem(id)
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={borderRadius} fill={color} />
      {problem && (
        <circle
          data-map-problem={id}
          cx={x + width}
          cy={y}
          r={DOT}
          fill={problem.severity === 'fix' ? 'var(--bad)' : 'var(--warn-solid)'}
        />
      )}
    </>
  )
}
