import type { NodeCategory } from '@relance/core/node/definition'

export const GRID_PX = 8
export const CARD_WIDTH_PX = 272
export const FULL_HEIGHT_PX = 97
export const COMPACT_HEIGHT_PX = 48
/** Between a card and the next; room for the "+". */
export const GAP_PX = 32
/** Exit pills hang this far below their card. */
export const PILLS_PX = 26
export const COLUMN_GAP_PX = 48

const full: NodeCategory[] = ['trigger', 'message', 'path', 'custom']

/** Whether a step is drawn as a full card (sentence and figures) or as one line. */
export const isFullCard = (category: NodeCategory) => full.includes(category)

/** Height a card keeps free on the canvas, in pixels, its pills included. */
export const heightOf = (category: NodeCategory, hasPills: boolean) =>
  (isFullCard(category) ? FULL_HEIGHT_PX : COMPACT_HEIGHT_PX) + (hasPills ? PILLS_PX : 0)

export const snapToGrid = (value: number) => Math.round(value / GRID_PX) * GRID_PX
