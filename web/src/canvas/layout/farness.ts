/** Below which zoom cards are drawn with less: what would be too small there to be read or pressed. */
const STEPS = [
  [0.6, 'far'],
  [0.4, 'farther'],
  [0.25, 'farthest'],
] as const

/** How far away the drawing is looked at from, for `data-far~="…"` in styles: each word stands from its zoom downwards. */
export const farnessOf = (zoom: number): string =>
  STEPS.flatMap(([below, word]) => (zoom < below ? [word] : [])).join(' ')
