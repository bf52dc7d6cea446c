import { bodyOf, type MailBlock, readBlocks } from '../mail-block'
import type { MjmlElement, MjmlNode } from '../mjml-node'
import { readMjml } from '../read-mjml'
import { type Arranged, placeBeside, placeInside } from './arrange-blocks'
import { indented } from './own-line'

/** Something to put into a mail: what stands in a column, or what is a band of its own. */
export interface Snippet {
  level: 'content' | 'section'
  mjml: string
}

const asSection = ({ level, mjml }: Snippet) =>
  level === 'section'
    ? mjml
    : `<mj-section>\n  <mj-column>\n    ${indented(mjml, '    ')}\n  </mj-column>\n</mj-section>`

const named = (node: MjmlElement | undefined, name: string) => node?.name === name

/** The column a block stands in or is, or the last one of the section it is. */
function columnFor(blocks: readonly MailBlock[], target: MailBlock): MailBlock | null {
  if (named(target.element, 'mj-column')) return target
  if (named(target.parent?.element, 'mj-column')) return target.parent
  return (
    blocks.findLast(
      ({ element, parent }) => named(element, 'mj-column') && parent?.id === target.id,
    ) ?? null
  )
}

/** The block a band may stand beside: the nearest one around that is at the top, or right inside a frame. */
function bandFor(target: MailBlock): MailBlock {
  const { parent } = target
  return parent === null || named(parent.element, 'mj-wrapper') ? target : bandFor(parent)
}

/** Where a band goes when no place is named: the last before the footer, inside the frame if there is one. */
function atTheEnd(source: string, blocks: readonly MailBlock[], text: string): Arranged | null {
  const wrapper = blocks.findLast(({ element }) => named(element, 'mj-wrapper'))
  const bands = blocks.filter(({ parent }) => (parent?.id ?? null) === (wrapper?.id ?? null))
  const last = bands.at(-1)
  if (last) return placeBeside(source, last.unit, bands.length > 1 ? 'before' : 'after', text)
  if (wrapper) return placeInside(source, wrapper, text)
  const body = bodyElement(readMjml(source))
  return body && placeInside(source, { element: body }, text)
}

function bodyElement(roots: MjmlNode[]): MjmlElement | null {
  const inside = roots.flatMap((node) => (node.kind === 'element' ? node.children : []))
  const found = inside.find((node) => node.kind === 'element' && node.name === 'mj-body')
  return found?.kind === 'element' && bodyOf(roots) === found.children ? found : null
}

/**
 * The source with a snippet beside a block, or at the end of the mail where none is named. What stands in a column goes
 * into the block's column, or makes a band of its own where there is none; a band goes beside the block's band.
 * Null where the source has no body to take it.
 */
export function insertBlock(
  source: string,
  snippet: Snippet,
  target: MailBlock | null,
  side: 'before' | 'after' = 'after',
): Arranged | null {
  const blocks = readBlocks(source)
  const place = target && (blocks[target.id] ?? null)
  if (!place) return atTheEnd(source, blocks, asSection(snippet))
  if (snippet.level === 'content') {
    const column = columnFor(blocks, place)
    if (column && column.id === place.parent?.id)
      return placeBeside(source, place.unit, side, snippet.mjml)
    if (column) return placeInside(source, column, snippet.mjml)
    if (named(place.element, 'mj-section'))
      return placeInside(
        source,
        place,
        `<mj-column>\n  ${indented(snippet.mjml, '  ')}\n</mj-column>`,
      )
  }
  if (named(place.element, 'mj-wrapper')) return placeInside(source, place, asSection(snippet))
  return placeBeside(source, bandFor(place).unit, side, asSection(snippet))
}
