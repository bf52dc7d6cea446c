import type { Point } from '../document/draft-content'
import { CARD_WIDTH_PX, GAP_PX, snapToGrid } from './card-size'

/** How often the others are pushed on: each time at least one comes to lie under what was in its way. */
const MOST_PUSHES = 1_000

/**
 * A layout in which some steps keep their places: whichever other would lie over one of these goes under it, and what was
 * laid out below it goes down as far.
 * @param height of a step on the canvas, in pixels
 */
export function aroundKept(
  laidOut: Readonly<Record<string, Point>>,
  kept: Readonly<Record<string, Point>>,
  height: (id: string) => number,
): Record<string, Point> {
  const placed: Record<string, Point> = { ...laidOut, ...kept }
  const free = Object.keys(laidOut).filter((id) => !kept[id])
  for (let push = 0; push < MOST_PUSHES; push++) {
    const hit = firstHit(free, placed, kept, height)
    if (!hit) break
    const { at, by } = hit
    for (const id of free) {
      const place = placed[id]
      if (place && place.y >= at.y) placed[id] = { x: place.x, y: place.y + by }
    }
  }
  return placed
}

/** The topmost step that lies over a kept one, and how far down is free of it. */
function firstHit(
  free: string[],
  placed: Record<string, Point>,
  kept: Readonly<Record<string, Point>>,
  height: (id: string) => number,
) {
  const byTop = free.toSorted((a, b) => (placed[a]?.y ?? 0) - (placed[b]?.y ?? 0))
  for (const id of byTop) {
    const at = placed[id]
    if (!at) continue
    for (const [other, there] of Object.entries(kept)) {
      const isBeside = Math.abs(at.x - there.x) >= CARD_WIDTH_PX
      const isApart = at.y >= there.y + height(other) + GAP_PX || there.y >= at.y + height(id)
      if (!isBeside && !isApart)
        return { at, by: snapToGrid(there.y + height(other) + GAP_PX - at.y) || GAP_PX }
    }
  }
  return null
}
