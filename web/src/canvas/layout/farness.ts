/** Below this zoom a "+" on a path would be too small to be pressed. */
const NO_PRESS = 0.6
/** Below these, a card is its tile and its name, or its tile alone: what is written on it could not be read. */
const NAMES_ONLY = 0.4
const TILES_ONLY = 0.25

/** What is drawn of a step. */
export type Detail = 'all' | 'name' | 'tile'

/** How much of each step is drawn at a zoom. */
export const detailOf = (zoom: number): Detail =>
  zoom < TILES_ONLY ? 'tile' : zoom < NAMES_ONLY ? 'name' : 'all'

/** Whether the drawing is looked at from so far that nothing on a path can be pressed. */
export const isFar = (zoom: number): boolean => zoom < NO_PRESS
