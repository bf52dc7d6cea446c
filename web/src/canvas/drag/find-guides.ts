import type { Point } from '../document/draft-content'

/** A line through steps that stand in one column, or in one row: where, and from which point to which. */
export interface Guide {
  along: 'column' | 'row'
  at: number
  from: number
  to: number
}

/** Steps further away than this are out of mind. */
const FAR_PX = 1_200

/**
 * The column and the row a step at `at` stands in, with the nearest other step of each. Cards are equally wide, so those
 * of a column have one left edge.
 */
export function findGuides(at: Point, others: Iterable<Point>): Guide[] {
  let column: Point | null = null
  let row: Point | null = null
  for (const other of others) {
    if (other.x === at.x && isNearer(other.y, column?.y, at.y)) column = other
    if (other.y === at.y && isNearer(other.x, row?.x, at.x)) row = other
  }
  return [
    ...(column ? [guide('column', at.x, at.y, column.y)] : []),
    ...(row ? [guide('row', at.y, at.x, row.x)] : []),
  ]
}

const guide = (along: Guide['along'], at: number, one: number, other: number): Guide => ({
  ...{ along, at, from: Math.min(one, other), to: Math.max(one, other) },
})

const isNearer = (place: number, best: number | undefined, from: number) =>
  Math.abs(place - from) <= FAR_PX &&
  (best === undefined || Math.abs(place - from) < Math.abs(best - from))
