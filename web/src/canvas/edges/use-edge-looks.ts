import clsx from 'clsx'
import { useCallback } from 'react'
import { useCanvas } from '../canvas-context'
import type { DrawnEdge } from '../layout/drawn-edges'
import { flowWidth } from '../live-scale'
import { noFigures } from '../no-figures'
import { useLiveScale } from '../use-stats'
import styles from './far-edges.module.css'

/** How a path is drawn; `width` in pixels of the drawing, undefined for the usual one. */
export interface EdgeLook {
  className: string
  width: number | undefined
}

/** Widths are told apart by half pixels: a look each would be a drawing each. */
const halves = (px: number) => Math.round(px * 2) / 2

/** How each path is drawn from afar: chosen, lit, set aside, or as wide as many people took it. */
export function useEdgeLooks(): (edge: DrawnEdge) => EdgeLook {
  const chosen = useCanvas((state) => state.selectedEdge)
  const lit = useCanvas((state) => state.litEdge)
  const path = useCanvas((state) => state.path)
  const stats = useCanvas((state) => state.stats)
  const scale = useLiveScale()
  return useCallback(
    ({ key, from, exit }) => {
      const isLit = key === lit || path?.edges.has(key)
      const className = clsx(
        styles.path,
        isLit && styles.lit,
        path && !isLit && styles.dim,
        key === chosen && styles.chosen,
      )
      if (!scale || key === chosen || isLit || path) return { className, width: undefined }
      const { exits } = stats?.nodes[from] ?? noFigures
      return { className, width: halves(flowWidth(exits[exit] ?? 0, scale)) }
    },
    [chosen, lit, path, stats, scale],
  )
}
