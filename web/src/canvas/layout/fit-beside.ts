import type { Box } from './free-ground'

/** Kept free at the canvas' rim, in pixels. */
const RIM_PX = 24
/** Kept free between a card and a panel, in pixels. */
const APART_PX = 8
/** Cards this much smaller than they could be are worse than cards under a panel. */
const LEAST_SHARE = 0.6

type Side = 'left' | 'right' | 'top' | 'bottom'
type Insets = Record<Side, number>

export interface FittedView {
  x: number
  y: number
  zoom: number
}

const boundsOf = (cards: readonly Box[]): Box => ({
  left: Math.min(...cards.map(({ left }) => left)),
  top: Math.min(...cards.map(({ top }) => top)),
  right: Math.max(...cards.map(({ right }) => right)),
  bottom: Math.max(...cards.map(({ bottom }) => bottom)),
})

/** What keeping clear of a panel costs: the strip of the canvas as deep as it reaches in, at the two nearest sides. */
function stripsOf(panel: Box, room: Box): [Side, number][] {
  const strips: [Side, number][] = [
    ['left', panel.right - room.left],
    ['right', room.right - panel.left],
    ['top', panel.bottom - room.top],
    ['bottom', room.bottom - panel.top],
  ]
  return strips.toSorted(([, one], [, other]) => one - other).slice(0, 2)
}

/** Every way to keep clear of some of the panels, each at one side, or of none. */
function insetsAround(panels: readonly Box[], room: Box): Insets[] {
  const none: Insets = { left: RIM_PX, right: RIM_PX, top: RIM_PX, bottom: RIM_PX }
  return panels.reduce<Insets[]>(
    (ways, panel) =>
      ways.flatMap((way) => [
        way,
        ...stripsOf(panel, room).map(([side, px]) => ({
          ...way,
          [side]: Math.max(way[side], px + APART_PX),
        })),
      ]),
    [none],
  )
}

function within(insets: Insets, around: Box, room: Box, largest: number): FittedView | null {
  const width = room.right - room.left - insets.left - insets.right
  const height = room.bottom - room.top - insets.top - insets.bottom
  if (width <= 0 || height <= 0) return null
  const across = around.right - around.left
  const down = around.bottom - around.top
  const zoom = Math.min(width / across, height / down, largest)
  return {
    x: insets.left + (width - across * zoom) / 2 - around.left * zoom,
    y: insets.top + (height - down * zoom) / 2 - around.top * zoom,
    zoom,
  }
}

const covers = (panel: Box, card: Box, { x, y, zoom }: FittedView, room: Box) =>
  card.left * zoom + x < panel.right - room.left + APART_PX &&
  card.right * zoom + x > panel.left - room.left - APART_PX &&
  card.top * zoom + y < panel.bottom - room.top + APART_PX &&
  card.bottom * zoom + y > panel.top - room.top - APART_PX

/**
 * The largest view of the drawing at which no card lies under a panel; where that would make the cards much smaller,
 * the largest view there is.
 * @param cards at least one, in the drawing's own measure
 * @param room the canvas, and @param panels what stands over it, in pixels of the window
 * @param largest zoom at most
 */
export function fitBeside(
  cards: readonly Box[],
  room: Box,
  panels: readonly Box[],
  largest: number,
): FittedView | null {
  const around = boundsOf(cards)
  const views = insetsAround(panels, room)
    .flatMap((insets) => within(insets, around, room, largest) ?? [])
    .toSorted((one, other) => other.zoom - one.zoom)
  const widest = views[0]
  if (!widest) return null
  const isFree = (view: FittedView) =>
    !panels.some((panel) => cards.some((card) => covers(panel, card, view, room)))
  return views.find((view) => view.zoom >= widest.zoom * LEAST_SHARE && isFree(view)) ?? widest
}
