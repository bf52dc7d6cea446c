import type { GraphNode } from '@relance/core/graph/graph'
import type { DraftContent, Point } from '../document/draft-content'
import { edgesFrom, edgesTo } from '../document/walk-graph'
import {
  CARD_WIDTH_PX,
  COLUMN_GAP_PX,
  COMPACT_HEIGHT_PX,
  FULL_HEIGHT_PX,
  GAP_PX,
  isFullCard,
  snapToGrid,
} from '../layout/card-size'
import { edgePath } from '../layout/edge-path'
import { readingOrder } from '../step-titles'
import { stepType } from '../step-types'

/** A step of the live version that the draft no longer has, and where it is shown. */
export interface GoneStep {
  node: GraphNode
  at: Point
}

/** A path of the live version from or to a step that is gone, as SVG path data in pixels on the canvas. */
export interface GonePath {
  key: string
  path: string
}

type Drawn = DraftContent

const heightOfCard = ({ type }: GraphNode) =>
  isFullCard(stepType(type)?.category ?? 'custom') ? FULL_HEIGHT_PX : COMPACT_HEIGHT_PX

/** So far beside a path a card no longer lies on it. */
const BESIDE_PX = CARD_WIDTH_PX / 2 + COLUMN_GAP_PX / 2

const isOver = (a: Point, b: Point) =>
  Math.abs(a.x - b.x) < CARD_WIDTH_PX && Math.abs(a.y - b.y) < COMPACT_HEIGHT_PX + GAP_PX / 2

/** Whether a path of the draft goes through a card that would stand there. */
const isOnPath = (at: Point, { nodes, edges, positions }: Drawn) =>
  Object.values(edges).some(({ from, to }) => {
    const source = nodes[from] && positions[from]
    const target = nodes[to] && positions[to]
    if (!source || !target || at.y <= source.y || at.y >= target.y) return false
    return [source, target].some(({ x }) => Math.abs(x - at.x) < CARD_WIDTH_PX / 2)
  })

/**
 * Where each step that is gone stood beside the one before it, or the one after it, wherever that stands by now. Where a
 * path has been joined over its place, it stands next to that; where another card stands, in the next free column.
 */
export function goneSteps(live: Drawn, draft: Drawn): GoneStep[] {
  const gone = readingOrder(live).filter((id) => !draft.nodes[id])
  const taken = Object.keys(draft.nodes).flatMap((id) => draft.positions[id] ?? [])
  const shown = new Map<string, Point>()
  return gone.flatMap((id) => {
    const node = live.nodes[id]
    if (!node) return []
    const at = { ...stoodAt(id, live, draft, shown) }
    if (isOnPath(at, draft)) at.x += BESIDE_PX
    while (taken.some((place) => isOver(place, at))) at.x += CARD_WIDTH_PX + COLUMN_GAP_PX
    taken.push(at)
    shown.set(id, at)
    return [{ node, at }]
  })
}

/**
 * Where a step of a version stands or would stand in a draft; of a version that was never drawn, below the step before
 * it. `shown` are places of others that the draft does not have.
 */
export function stoodAt(
  id: string,
  live: Drawn,
  draft: Drawn,
  shown: ReadonlyMap<string, Point> = new Map(),
): Point {
  const was = live.positions[id]
  if (was) {
    const moved = movedWith(id, live, draft)
    return { x: was.x + moved.x, y: was.y + moved.y }
  }
  for (const { from } of edgesTo(live, id)) {
    const before = live.nodes[from]
    const at = shown.get(from) ?? (draft.nodes[from] && draft.positions[from])
    if (before && at) return { x: at.x, y: snapToGrid(at.y + heightOfCard(before) + GAP_PX) }
  }
  return { x: 0, y: 0 }
}

/** How far the nearest step that is still there has moved since: first those before, then those after. */
function movedWith(id: string, live: Drawn, draft: Drawn): Point {
  for (const next of [
    (from: string) => edgesTo(live, from).map((edge) => edge.from),
    (from: string) => edgesFrom(live, from).map((edge) => edge.to),
  ]) {
    const seen = new Set([id])
    for (const each of seen) {
      const was = live.positions[each]
      const is = draft.positions[each]
      if (draft.nodes[each] && was && is) return { x: is.x - was.x, y: is.y - was.y }
      for (const near of next(each)) seen.add(near)
    }
  }
  return { x: 0, y: 0 }
}

/** The paths that led to or from them, where both ends are shown. */
export function gonePaths(live: Drawn, draft: Drawn, gone: GoneStep[]): GonePath[] {
  const shown = new Map(gone.map(({ node, at }) => [node.id, at]))
  const isAt = (id: string) => shown.get(id) ?? (draft.nodes[id] && draft.positions[id])
  return Object.entries(live.edges).flatMap(([key, { from, to }]) => {
    const source = isAt(from)
    const target = isAt(to)
    const before = live.nodes[from]
    if (!before || !source || !target || !(shown.has(from) || shown.has(to))) return []
    const ends = {
      sourceX: source.x + CARD_WIDTH_PX / 2,
      sourceY: source.y + heightOfCard(before),
      targetX: target.x + CARD_WIDTH_PX / 2,
      targetY: target.y,
    }
    return [{ key, path: edgePath(ends, 'start').path }]
  })
}
