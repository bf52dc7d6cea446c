/** A rectangle of the window, in pixels. */
export type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>

/** What a card keeps free around it, in pixels. */
const RIM_PX = 12

const overlap = (one: Box, other: Box) =>
  one.left < other.right + RIM_PX &&
  other.left < one.right + RIM_PX &&
  one.top < other.bottom + RIM_PX &&
  other.top < one.bottom + RIM_PX

/** Whether a card is cut by the canvas' rim, or lies under something that stands over the drawing. */
export const isCovered = (card: Box, canvas: Box, panels: readonly Box[]): boolean =>
  card.left < canvas.left + RIM_PX ||
  card.right > canvas.right - RIM_PX ||
  card.top < canvas.top + RIM_PX ||
  card.bottom > canvas.bottom - RIM_PX ||
  panels.some((panel) => overlap(card, panel))

/**
 * How far a covered card moves, in pixels, to lie in the middle of what can be seen: beside a panel as high as the
 * canvas, else wherever in the middle column no panel is.
 */
export function wayIntoSight(card: Box, canvas: Box, panels: readonly Box[]) {
  const isSheet = ({ top, bottom }: Box) => bottom - top > (canvas.bottom - canvas.top) * 0.8
  const left = canvas.left
  const right = Math.min(canvas.right, ...panels.filter(isSheet).map((sheet) => sheet.left))
  const width = card.right - card.left
  const height = card.bottom - card.top
  const to = { left: (left + right - width) / 2, right: (left + right + width) / 2 }
  const middle = (canvas.top + canvas.bottom - height) / 2
  /** The nearest height to the middle at which nothing lies over it; a column full of panels has none. */
  const isFree = (top: number) => !isCovered({ ...to, top, bottom: top + height }, canvas, panels)
  const tops = panels.flatMap((panel) => [
    panel.top - height - RIM_PX - 1,
    panel.bottom + RIM_PX + 1,
  ])
  const top = [middle, ...tops]
    .filter(isFree)
    .toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0]
  return { x: to.left - card.left, y: (top ?? middle) - card.top }
}
