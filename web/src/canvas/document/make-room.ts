import { GAP_PX, heightOf } from '../layout/card-size'
import type { DraftContent, Point } from './draft-content'
import type { DraftDocument } from './draft-document'
import type { KindOf } from './step-kind'
import { reachableFrom } from './walk-graph'

/** Height of a step on the canvas, its exit pills included. */
export function stepHeight(content: DraftContent, id: string, kindOf: KindOf): number {
  const node = content.nodes[id]
  const kind = node && kindOf(node.type)
  if (!node || !kind) return heightOf('custom', false)
  const taken = (exit: string) => content.edges[`${id}:${exit}`] !== undefined
  const shown = kind.exits(node.config).filter((exit) => !exit.optional || taken(exit.exit))
  return heightOf(kind.category, shown.length > 1)
}

/**
 * Pushes what follows `id` and lies below it down, just enough for `height` more at `top`,
 * and aside by `dx`, where it becomes one branch of several.
 */
export function makeRoom(document: DraftDocument, id: string, top: number, height: number, dx = 0) {
  const { content } = document
  const at = content.positions[id]
  if (!at) return
  const push = Math.max(0, top + height + GAP_PX - at.y)
  if (push === 0 && dx === 0) return
  for (const below of reachableFrom(content, [id])) {
    const point = content.positions[below]
    if (point && point.y >= at.y)
      document.positions.set(below, { x: point.x + dx, y: point.y + push })
  }
}

/** Where a step that follows this exit goes: under it, in the column of its pill. */
export function placeBelow(
  content: DraftContent,
  from: string,
  exit: string,
  kindOf: KindOf,
): Point {
  const at = content.positions[from] ?? { x: 0, y: 0 }
  const node = content.nodes[from]
  const exits = (node && kindOf(node.type)?.exits(node.config)) ?? []
  const shown = exits.filter(
    (each) => !each.optional || each.exit === exit || content.edges[`${from}:${each.exit}`],
  )
  const rank = shown.findIndex((each) => each.exit === exit)
  const column = shown.length > 1 && rank >= 0 ? (rank - (shown.length - 1) / 2) * 320 : 0
  const pills = shown.length > 1 ? GAP_PX : 0
  return { x: at.x + column, y: at.y + stepHeight(content, from, kindOf) + GAP_PX + pills / 2 }
}
