import type { ReactFlowState } from '@xyflow/react'

/** The map's size and distance from the canvas' edge, in pixels; the zoom stands below it. */
export const MAP_WIDTH_PX = 134
export const MAP_HEIGHT_PX = 106
const EDGE_PX = 16
const ZOOM_PX = 42

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Where the small map stands so that it covers no card: right, else left; nowhere when every card is in sight
 * anyway, since then it tells nothing. With cards in both corners it stays right.
 * @param cards their boxes on the screen, from the canvas' upper left corner
 * @param canvas its size on the screen
 */
export function mapPlace(
  cards: Iterable<Box>,
  canvas: { width: number; height: number },
): 'right' | 'left' | 'nowhere' {
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

/** The same for the drawing as it stands. Answers one of three words, so that what asks is drawn again only when they change. */
export const placeOfMap = ({
  nodeLookup,
  transform: [x, y, zoom],
  width,
  height,
}: Pick<ReactFlowState, 'nodeLookup' | 'transform' | 'width' | 'height'>) => {
  const cards = [...nodeLookup.values()].map(({ internals, measured }) => ({
    x: internals.positionAbsolute.x * zoom + x,
    y: internals.positionAbsolute.y * zoom + y,
    width: (measured.width ?? 0) * zoom,
    height: (measured.height ?? 0) * zoom,
  }))
  return mapPlace(cards, { width, height })
}
