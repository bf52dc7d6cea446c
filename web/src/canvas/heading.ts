import type { Viewport } from '@xyflow/react'

/** Where the window over each drawing is on its way to, and until when, by what the drawing keeps its view in. */
const headings = new WeakMap<object, { to: Viewport; until: number }>()

/** Notes that the window glides to `to` for so many milliseconds. */
export const setHeading = (drawing: object, to: Viewport, ms: number): void =>
  void headings.set(drawing, { to, until: performance.now() + ms })

/**
 * Where the window will stand: what it glides to, or where it is. Whoever goes on to another step within the glide is
 * shown that one by what is in sight then, not by what still passes.
 */
export function headingOf(drawing: object, now: Viewport): Viewport {
  const heading = headings.get(drawing)
  const glides = heading && performance.now() < heading.until && heading.to.zoom === now.zoom
  return glides ? heading.to : now
}
