import type { ReactFlowState } from '@xyflow/react'
import { type Box, boxOf } from './map-blocks'

/** The map's size and distance from the canvas' edge, in pixels; the zoom stands below it. */
export const MAP_WIDTH_PX = 134
export const MAP_HEIGHT_PX = 106
const EDGE_PX = 16
const ZOOM_PX = 42

type Place = 'right' | 'left' | 'nowhere'

/**
 * Where the small map stands so that it covers no card: right, else left; nowhere when every card is in sight
 * anyway, since then it tells nothing. With cards in both corners it stays right.
 * @param cards their boxes on the screen, from the canvas' upper left corner
 * @param canvas its size on the screen
 */
export function mapPlace(cards: Iterable<Box>, canvas: { width: number; height: number }): Place {
  const y = canvas.height - EDGE_PX - ZOOM_PX - MAP_HEIGHT_PX
  const size = { width: MAP_WIDTH_PX, height: MAP_HEIGHT_PX }
  const right = { x: canvas.width - EDGE_PX - MAP_WIDTH_PX, y, ...size }
  const left = { x: EDGE_PX, y, ...size }
  let coversRight = false
  let coversLeft = false
  let isAllInSight = true
  for (const card of cards) {
    coversRight ||= overlaps(card, right)
    coversLeft ||= overlaps(card, left)
    isAllInSight &&= isInside(card, canvas)
  }
  if (!coversRight) return 'right'
  if (isAllInSight) return 'nowhere'
  return coversLeft ? 'right' : 'left'
}

const overlaps = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

const isInside = (box: Box, { width, height }: { width: number; height: number }) =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height

type Drawn = Pick<ReactFlowState, 'nodes' | 'transform' | 'width' | 'height'>

const known = new WeakMap<Drawn['nodes'], Drawn & { place: Place }>()

/**
 * The same for the drawing as it stands, worked out again when a card or the window moved. Answers one of three words,
 * so that what asks is drawn again only when they change.
 */
export function placeOfMap({ nodes, transform, width, height }: Drawn): Place {
  const kept = known.get(nodes)
  if (kept?.transform === transform && kept.width === width && kept.height === height)
    return kept.place
  const place = mapPlace(boxesOnScreen(nodes, transform), { width, height })
  known.set(nodes, { nodes, transform, width, height, place })
  return place
}

function* boxesOnScreen(nodes: Drawn['nodes'], [x, y, zoom]: Drawn['transform']) {
  for (const node of nodes) {
    if (node.hidden) continue
    const box = boxOf(node)
    yield {
      x: box.x * zoom + x,
      y: box.y * zoom + y,
      width: box.width * zoom,
      height: box.height * zoom,
    }
  }
}
