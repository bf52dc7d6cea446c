import type { Point } from '../document/draft-content'
import { CARD_WIDTH_PX } from './card-size'

const TOP_PX = 16

/**
 * Where the window over a drawing stands at first: its top step at the top, in the middle of `width` pixels, at full
 * size. Null for a drawing without steps. @param riseOf pixels a card stands out above its place
 */
export function homeViewport(
  positions: Readonly<Record<string, Point>>,
  width: number,
  riseOf: (id: string) => number = () => 0,
): { x: number; y: number; zoom: number } | null {
  const places = Object.entries(positions)
  if (places.length === 0) return null
  const top = Math.min(...places.map(([, { y }]) => y))
  const first = places.filter(([, { y }]) => y === top)
  const across = first.map(([, { x }]) => x)
  const middle = (Math.min(...across) + Math.max(...across) + CARD_WIDTH_PX) / 2
  const rise = Math.max(...first.map(([id]) => riseOf(id)))
  return { x: width / 2 - middle, y: TOP_PX + rise - top, zoom: 1 }
}
