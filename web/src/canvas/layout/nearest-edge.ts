import type { Point } from '../document/draft-content'

/** A dropped step joins an edge whose middle line is nearer than this, in pixels on the canvas. */
export const DROP_REACH_PX = 48

export interface EdgeRun {
  key: string
  /** Corners of the path, in order. */
  points: Point[]
}

function distanceToRun(point: Point, a: Point, b: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
  const along =
    length === 0 ? 0 : ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(point.x - (a.x + share * (b.x - a.x)), point.y - (a.y + share * (b.y - a.y)))
}

/** The edge nearest to a point and within reach, or null. */
export function nearestEdge(point: Point, runs: EdgeRun[], reach = DROP_REACH_PX): string | null {
  let best: { key: string; distance: number } | null = null
  for (const { key, points } of runs) {
    for (let place = 1; place < points.length; place++) {
      const a = points[place - 1]
      const b = points[place]
      if (!a || !b) continue
      const distance = distanceToRun(point, a, b)
      if (distance <= reach && (!best || distance < best.distance)) best = { key, distance }
    }
  }
  return best?.key ?? null
}
