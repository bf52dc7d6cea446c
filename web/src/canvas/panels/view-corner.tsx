import { MiniMap, type Node, type ReactFlowState, useStore, useViewport } from '@xyflow/react'
import clsx from 'clsx'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useCallback } from 'react'
import { IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { stepType } from '../step-types'
import { useView } from '../use-view'
import { MAP_HEIGHT_PX, MAP_WIDTH_PX, mapPlace } from './map-place'
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

/** Answers one of three words, so the corner is drawn again only when the map has to move. */
const placeOfMap = ({ nodeLookup, transform: [x, y, zoom], width, height }: ReactFlowState) => {
  const cards = [...nodeLookup.values()].map(({ internals, measured }) => ({
    x: internals.positionAbsolute.x * zoom + x,
    y: internals.positionAbsolute.y * zoom + y,
    width: (measured.width ?? 0) * zoom,
    height: (measured.height ?? 0) * zoom,
  }))
  return mapPlace(cards, { width, height })
}

/** The small map and the zoom. */
export function ViewCorner() {
  const { t, share } = useWords()
  const { document, store } = useSession()
  const map = useCanvas((state) => state.open.map)
  const { zoom } = useViewport()
  const view = useView()
  const place = useStore(placeOfMap)
  const colour = useCallback(
    (node: Node) => {
      if (store.getState().selected.includes(node.id)) return 'var(--accent)'
      return (
        colours[stepType(document.content.nodes[node.id]?.type ?? '')?.category ?? 'custom'] ??
        'var(--line-strong)'
      )
    },
    [document, store],
  )
  return (
    <div className={styles.corner}>
      {map && place !== 'nowhere' && (
        <div className={clsx(styles.map, place === 'left' && styles.mapLeft)} aria-hidden="true">
          <MiniMap
            style={{ width: MAP_WIDTH_PX, height: MAP_HEIGHT_PX }}
            pannable
            zoomable
            nodeColor={colour}
            nodeStrokeWidth={0}
            nodeBorderRadius={12}
            bgColor="var(--surface)"
            maskColor="var(--selection)"
            maskStrokeColor="var(--accent)"
            maskStrokeWidth={1.5}
          />
        </div>
      )}
      <div className={styles.zoom} role="toolbar" aria-label={t('view.name')}>
        <IconButton label={t('view.out')} onClick={view.zoomOut}>
          <Minus className="icon-s" aria-hidden="true" />
        </IconButton>
        <span>{share(zoom)}</span>
        <IconButton label={t('view.in')} onClick={view.zoomIn}>
          <Plus className="icon-s" aria-hidden="true" />
        </IconButton>
        <IconButton label={t('view.fit')} onClick={view.fit}>
          <Maximize className="icon-s" aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  )
}
