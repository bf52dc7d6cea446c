import { snapToGrid } from '../layout/card-size'
import type { Point } from './draft-content'
import type { ActName, DraftDocument } from './draft-document'

/** Puts steps where they were dropped, on the 8 px grid. */
export function moveSteps(document: DraftDocument, to: Record<string, Point>, name: ActName) {
  const moved = Object.entries(to).filter(([id, point]) => {
    const at = document.content.positions[id]
    return (
      document.content.nodes[id] && (at?.x !== snapToGrid(point.x) || at?.y !== snapToGrid(point.y))
    )
  })
  if (moved.length === 0) return
  document.act(name, () => {
    for (const [id, { x, y }] of moved)
      document.positions.set(id, { x: snapToGrid(x), y: snapToGrid(y) })
  })
}
