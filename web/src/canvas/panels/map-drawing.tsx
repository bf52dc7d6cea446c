import { type Node, type ReactFlowState, useStore } from '@xyflow/react'
import { memo, useDeferredValue, useMemo, useRef } from 'react'
import { useCanvas, useContent } from '../canvas-context'
import { colourOf } from '../presence/person-tab'
import { otherAt } from '../presence/presence-store'
import { usePresence } from '../presence/use-presence'
import { stepType } from '../step-types'
import { type Box, boxAround, boxOf, mapBlocks } from './map-blocks'
import { MAP_HEIGHT_PX, MAP_WIDTH_PX } from './map-place'
import styles from './panels.module.css'
import { useMapDrag } from './use-map-drag'

const colours: Record<string, string> = {
  trigger: 'var(--n-trigger-line)',
  time: 'var(--n-time-line)',
  message: 'var(--n-message-line)',
  path: 'var(--n-logic-line)',
  data: 'var(--n-data-line)',
  end: 'var(--n-end-line)',
  custom: 'var(--n-custom-line)',
}

/** Kept free around everything, in pixels of the map. */
const RIM_PX = 5
const FRAME_PX = 1.5

const isSameBox = (one: Box, other: Box) =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height

/** What is in sight, where it lies on the drawing. */
const windowOf = ({ transform: [x, y, zoom], width, height }: ReactFlowState): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
})

const nodesOf = (state: ReactFlowState): readonly Node[] => state.nodes

/** The steps as blocks by kind, dots for problems, and what is in sight as a frame. While something is dragged it comes after. */
export function MapDrawing() {
  const nodes = useDeferredValue(useStore(nodesOf))
  const inSight = useStore(windowOf, isSameBox)
  const steps = useContent((content) => content.nodes)
  const selected = useCanvas((state) => state.selected)
  const { paths, around } = useMemo(() => {
    const chosen = new Set(selected)
    return mapBlocks(nodes, (id) => {
      if (chosen.has(id)) return 'var(--accent)'
      return colours[stepType(steps[id]?.type ?? '')?.category ?? 'custom'] ?? 'var(--line-strong)'
    })
  }, [nodes, steps, selected])
  const all = around ? boxAround(around, inSight) : inSight
  const scale = Math.max(all.width / MAP_WIDTH_PX, all.height / MAP_HEIGHT_PX)
  const width = (MAP_WIDTH_PX + 2 * RIM_PX) * scale
  const height = (MAP_HEIGHT_PX + 2 * RIM_PX) * scale
  const x = all.x - (width - all.width) / 2
  const y = all.y - (height - all.height) / 2
  const map = useRef<SVGSVGElement>(null)
  const drag = useMapDrag(map, scale)
  return (
    <svg
      ref={map}
      width={MAP_WIDTH_PX}
      height={MAP_HEIGHT_PX}
      viewBox={`${x} ${y} ${width} ${height}`}
      className={styles.mapDrawing}
      aria-hidden="true"
      {...drag}
    >
      {[...paths].map(([colour, path]) => (
        <path key={colour} d={path} fill={colour} shapeRendering="crispEdges" />
      ))}
      <MapOthers nodes={nodes} />
      <MapProblems nodes={nodes} />
      <path
        d={`M${x} ${y}h${width}v${height}h${-width}zM${inSight.x} ${inSight.y}h${inSight.width}v${inSight.height}h${-inSight.width}z`}
        fillRule="evenodd"
        fill="var(--selection)"
        pointerEvents="none"
      />
      <rect
        {...inSight}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={FRAME_PX * scale}
        pointerEvents="none"
      />
    </svg>
  )
}

/** As wide as a problem's dot is round. */
const RIM = 24

/** Steps where somebody else is have a rim in their colour. Not drawn again when only the window moves. */
const MapOthers = memo(function MapOthers({ nodes }: { nodes: readonly Node[] }) {
  const presence = usePresence((everybody) => everybody)
  if (presence.others.length === 0) return null
  return nodes.map((node) => {
    const other = otherAt(node.id)(presence)
    if (!other || node.hidden) return null
    return (
      <rect
        key={node.id}
        className={colourOf(other)}
        {...boxOf(node)}
        fill="none"
        stroke="var(--who)"
        strokeWidth={RIM}
      />
    )
  })
})

/** A third of a card's height: seen on the map, and covers no neighbour. */
const DOT = 32

/** Steps that must be mended have a dot. Not drawn again when only the window moves. */
const MapProblems = memo(function MapProblems({ nodes }: { nodes: readonly Node[] }) {
  const problems = useCanvas((state) => state.worstProblems)
  return nodes.map((node) => {
    const problem = problems.get(node.id)
    if (!problem || node.hidden) return null
    const { x, y, width } = boxOf(node)
    return (
      <circle
        key={node.id}
        data-map-problem={node.id}
        cx={x + width}
        cy={y}
        r={DOT}
        fill={problem.severity === 'fix' ? 'var(--bad)' : 'var(--warn-solid)'}
      />
    )
  })
})
