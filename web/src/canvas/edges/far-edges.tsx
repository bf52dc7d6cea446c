import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import { useCanvas } from '../canvas-context'
import { edgePath } from '../layout/edge-path'
import styles from './far-edges.module.css'
import { HeldPath } from './held-path'
import { type EdgeLook, useEdgeLooks } from './use-edge-looks'
import { useFarEdges } from './use-far-edges'

/** All paths seen from afar: one drawing for each look they have, since a thousand of them took longer than the cards. */
export function FarEdges() {
  const edges = useFarEdges()
  const held = useCanvas((state) => state.held)
  const lookOf = useEdgeLooks()
  const groups = useMemo(() => {
    const byLook = new Map<string, { look: EdgeLook; still: string; moving: typeof edges }>()
    for (const edge of edges) {
      const look = lookOf(edge)
      const name = `${look.className} ${look.width}`
      const group = byLook.get(name) ?? { look, still: '', moving: [] }
      if (held.has(edge.from) || held.has(edge.to)) group.moving.push(edge)
      else group.still += edgePath(edge.ends, edge.bend).path
      byLook.set(name, group)
    }
    return [...byLook]
  }, [edges, held, lookOf])
  return (
    <ViewportPortal>
      <svg className={styles.paths} width="1" height="1" aria-hidden="true" data-far-edges>
        {groups.map(([name, { look, still, moving }]) => {
          const drawn = { className: look.className, style: { strokeWidth: look.width } }
          return (
            <g key={name}>
              {still && <path d={still} {...drawn} />}
              {moving.length > 0 && <HeldPath edges={moving} {...drawn} />}
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
}
