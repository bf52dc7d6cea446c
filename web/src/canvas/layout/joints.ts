import type { NodeCategory } from '@relance/core/node/definition'
import { type NodeHandle, Position } from '@xyflow/react'
import { CARD_WIDTH_PX, COMPACT_HEIGHT_PX, FULL_HEIGHT_PX, isFullCard } from './card-size'

/** A full card without figures. */
const SHORT_HEIGHT_PX = 64
const BORDER_PX = 1
const JOINT = { width: 24, height: 10 }
/** A pill: its height, the least it is wide, what lies around its name, and how wide a letter of that is, about. */
const PILL = { height: 24, least: 44, around: 20, letter: 6.2, gap: 18, below: 1 }

/** So far below its card a way out ends that is one of several. */
export const PILL_DROP_PX = PILL.height + PILL.below

/** Top and bottom of a card in the place it has, in pixels. */
function spanOf(category: NodeCategory, hasFigures: boolean): { top: number; bottom: number } {
  if (!isFullCard(category)) return { top: 0, bottom: COMPACT_HEIGHT_PX }
  if (hasFigures) return { top: 0, bottom: FULL_HEIGHT_PX }
  const free = FULL_HEIGHT_PX - SHORT_HEIGHT_PX
  const top = category === 'trigger' ? free : free / 2
  return { top, bottom: top + SHORT_HEIGHT_PX }
}

/**
 * Where paths meet a card, from the corner of its place, in pixels: as it will be drawn, but for several ways out, whose
 * names are taken to be as wide as letters usually are. A card in sight is measured.
 */
export function jointsOf(
  category: NodeCategory,
  hasFigures: boolean,
  exits: readonly { exit: string; label: string }[],
): NodeHandle[] {
  const { top, bottom } = spanOf(category, hasFigures)
  const inside = { width: CARD_WIDTH_PX - 2 * BORDER_PX, height: bottom - top - 2 * BORDER_PX }
  const target: NodeHandle = {
    ...{ type: 'target', position: Position.Top, ...inside },
    ...{ x: BORDER_PX, y: top + BORDER_PX },
  }
  const widths = exits.map(({ label }) =>
    exits.length > 1 ? Math.max(PILL.least, PILL.around + PILL.letter * label.length) : JOINT.width,
  )
  const all = widths.reduce((sum, width) => sum + width, PILL.gap * (widths.length - 1))
  let x = (CARD_WIDTH_PX - all) / 2
  const sources = exits.map(({ exit }, place): NodeHandle => {
    const width = widths[place] ?? 0
    const size =
      exits.length > 1
        ? { width, height: PILL.height, y: bottom + PILL.below }
        : { ...JOINT, y: bottom - JOINT.height }
    const joint: NodeHandle = { id: exit, type: 'source', position: Position.Bottom, x, ...size }
    x += width + PILL.gap
    return joint
  })
  return [target, ...sources]
}
