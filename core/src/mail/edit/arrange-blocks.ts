import type { MailBlock } from '../mail-block'
import type { MjmlNode, SourceRange } from '../mjml-node'
import { indentAt, indented, ownLines } from './own-line'
import { spliceSource } from './splice-source'

/** A source after an edit, and where in it the block now stands that was acted on. */
export interface Arranged {
  source: string
  at: number | null
}

const blocksOnly = (nodes: MjmlNode[]) => nodes.filter(({ kind }) => kind !== 'line')

/** Puts a text on lines of its own before or after a range, indented as it is. */
export function placeBeside(
  source: string,
  { from, to }: SourceRange,
  side: 'before' | 'after',
  text: string,
): Arranged {
  const indent = indentAt(source, from)
  const between = indent === null ? '' : `\n${indent}`
  const whole = indented(text, indent ?? '')
  return side === 'before'
    ? { source: spliceSource(source, [{ from, to: from, text: `${whole}${between}` }]), at: from }
    : {
        source: spliceSource(source, [{ from: to, to, text: `${between}${whole}` }]),
        at: to + between.length,
      }
}

/** Puts a text as the last inside a container, indented by two more than it. */
export function placeInside(
  source: string,
  { element }: Pick<MailBlock, 'element'>,
  text: string,
): Arranged {
  const last = blocksOnly(element.children).at(-1)
  if (last) return placeBeside(source, last, 'after', text)
  const indent = indentAt(source, element.from) ?? ''
  const before = `\n${indent}  `
  const whole = `${before}${indented(text, `${indent}  `)}\n${indent}`
  const { inner, tag, name } = element
  if (inner) {
    // A comment may stand there.
    const kept = source.slice(inner.from, inner.to).trimEnd()
    const from = inner.from + kept.length
    return {
      source: spliceSource(source, [{ from, to: inner.to, text: whole }]),
      at: from + before.length,
    }
  }
  const opened = source.slice(tag.from, tag.to).replace(/\s*\/>$/, '>')
  return {
    source: spliceSource(source, [{ ...tag, text: `${opened}${whole}</${name}>` }]),
    at: tag.from + opened.length + before.length,
  }
}

/** The source without a block and the condition that encloses it alone. */
export const removeBlock = (source: string, { unit }: MailBlock): Arranged => ({
  source: spliceSource(source, [{ ...ownLines(source, unit), text: '' }]),
  at: null,
})

/** The source with a copy of a block right after it. */
export const duplicateBlock = (source: string, { unit, element }: MailBlock): Arranged => {
  const indent = indentAt(source, unit.from)
  const between = indent === null ? '' : `\n${indent}`
  const text = source.slice(unit.from, unit.to)
  return {
    source: spliceSource(source, [{ from: unit.to, to: unit.to, text: between + text }]),
    at: unit.to + between.length + (element.from - unit.from),
  }
}

function swap(source: string, first: MjmlNode, second: MjmlNode): string {
  return spliceSource(source, [
    { from: first.from, to: first.to, text: source.slice(second.from, second.to) },
    { from: second.from, to: second.to, text: source.slice(first.from, first.to) },
  ])
}

/**
 * The source with a block one place up or down. At the edge of its column it takes along the section
 * it stands in alone, else it goes over into the neighbouring column; null where there is nowhere to go.
 */
export function moveBlock(
  source: string,
  blocks: readonly MailBlock[],
  block: MailBlock,
  step: -1 | 1,
): Arranged | null {
  const { unit, element, parent } = block
  const units = blocksOnly(block.siblings)
  const neighbour = units[units.indexOf(unit) + step]
  const inUnit = element.from - unit.from
  if (neighbour) {
    const [first, second] = step < 0 ? [neighbour, unit] : [unit, neighbour]
    const grown = second.to - second.from - (first.to - first.from)
    const at = step < 0 ? first.from : second.from + grown
    return { source: swap(source, first, second), at: at + inUnit }
  }
  if (!parent) return null
  const alone = units.length === 1 && block.siblings === parent.element.children
  if (alone && ['mj-column', 'mj-section', 'mj-group'].includes(parent.element.name)) {
    const moved = moveBlock(source, blocks, parent, step)
    return (
      moved && {
        ...moved,
        at: moved.at === null ? null : moved.at + element.from - parent.element.from,
      }
    )
  }
  if (parent.element.name !== 'mj-column') return null
  const columns = blocks.filter(({ element: { name } }) => name === 'mj-column')
  const next = columns[columns.indexOf(parent) + step]
  return next ? moveInto(source, block, next, step) : null
}

function moveInto(
  source: string,
  block: MailBlock,
  column: MailBlock,
  step: -1 | 1,
): Arranged | null {
  const { unit, element } = block
  const text = source.slice(unit.from, unit.to)
  const inside = blocksOnly(column.element.children)
  const beside = step < 0 ? inside.at(-1) : inside[0]
  if (!beside) {
    // Whatever is cut comes after what is placed before it, and the other way round.
    const placed = placeInside(source, column, text)
    return placed && cut(placed, source, unit, element.from - unit.from)
  }
  return moveBeside(source, block, beside, step < 0 ? 'after' : 'before')
}

/** Takes the block from where it was, once a copy stands elsewhere. */
function cut(placed: Arranged, before: string, unit: SourceRange, inUnit: number): Arranged {
  const grown = placed.source.length - before.length
  const at = placed.at ?? 0
  const gone = ownLines(before, unit)
  const shift = at <= unit.from ? grown : 0
  const left = { from: gone.from + shift, to: gone.to + shift }
  return {
    source: spliceSource(placed.source, [{ ...left, text: '' }]),
    at: (at <= unit.from ? at : at - (gone.to - gone.from)) + inUnit,
  }
}

/** The source with a block standing right before or after another, as dragged there. */
export function moveBeside(
  source: string,
  { unit, element }: MailBlock,
  target: SourceRange,
  side: 'before' | 'after',
): Arranged | null {
  if (target.from >= unit.from && target.to <= unit.to) return null
  const text = source.slice(unit.from, unit.to)
  const indent = indentAt(source, target.from)
  const between = indent === null ? '' : `\n${indent}`
  const place = side === 'before' ? target.from : target.to
  const placed =
    side === 'before'
      ? {
          source: spliceSource(source, [{ from: place, to: place, text: text + between }]),
          at: place,
        }
      : {
          source: spliceSource(source, [{ from: place, to: place, text: between + text }]),
          at: place + between.length,
        }
  return cut(placed, source, unit, element.from - unit.from)
}
