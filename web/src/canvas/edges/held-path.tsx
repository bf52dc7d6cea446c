import { type ReactFlowState, useStore } from '@xyflow/react'
import { type SVGProps, useCallback } from 'react'
import { useSession } from '../canvas-context'
import type { DrawnEdge } from '../layout/drawn-edges'
import { edgePath } from '../layout/edge-path'

/** Paths from or to steps that are being dragged, as one drawing: they follow where the library has put those by now. */
export function HeldPath({ edges, ...rest }: SVGProps<SVGPathElement> & { edges: DrawnEdge[] }) {
  const { document } = useSession()
  const path = useStore(
    useCallback(
      ({ nodeLookup }: ReactFlowState) => {
        const movedBy = (id: string) => {
          const now = nodeLookup.get(id)?.internals.positionAbsolute
          const was = document.content.positions[id]
          return now && was ? { x: now.x - was.x, y: now.y - was.y } : { x: 0, y: 0 }
        }
        return edges
          .map(({ from, to, ends, bend }) => {
            const start = movedBy(from)
            const end = movedBy(to)
            const moved = {
              sourceX: ends.sourceX + start.x,
              sourceY: ends.sourceY + start.y,
              targetX: ends.targetX + end.x,
              targetY: ends.targetY + end.y,
            }
            return edgePath(moved, bend).path
          })
          .join('')
      },
      [edges, document],
    ),
  )
  return <path d={path} {...rest} />
}
