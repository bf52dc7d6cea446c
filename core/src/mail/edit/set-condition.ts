import type { MailBlock } from '../mail-block'
import { indentAt } from './own-line'
import { type SourceEdit, spliceSource } from './splice-source'

const conditional = new Set(['if', 'unless'])

/** The condition that stands around this block alone, or undefined. */
export const ownCondition = ({ conditions }: MailBlock) =>
  conditions.findLast(({ own, branch }) => own && conditional.has(branch.word))

/** A tag with the line it stands alone on. */
function tagLine(source: string, from: number, to: number): SourceEdit {
  const indent = indentAt(source, from)
  const rest = source.slice(to).match(/^[ \t]*\n/)
  return indent === null || !rest
    ? { from, to, text: '' }
    : { from: from - indent.length, to: to + rest[0].length, text: '' }
}

/**
 * The source with a block shown only where a Liquid condition holds (`offer`, `cart.lines.size > 0`),
 * or with null always. A condition it shares with others stays.
 */
export function setCondition(source: string, block: MailBlock, says: string | null): string {
  const own = ownCondition(block)
  if (own && says !== null)
    return spliceSource(source, [{ ...own.branch.tag, text: `{% if ${says} %}` }])
  if (own) {
    const { tag } = own.branch
    const { end } = own.group
    return spliceSource(source, [
      tagLine(source, tag.from, tag.to),
      tagLine(source, end.from, end.to),
    ])
  }
  if (says === null) return source
  const { from, to } = block.element
  const indent = indentAt(source, from)
  const [before, after] = indent === null ? ['', ''] : [`\n${indent}`, `\n${indent}`]
  return spliceSource(source, [
    { from, to: from, text: `{% if ${says} %}${before}` },
    { from: to, to, text: `${after}{% endif %}` },
  ])
}
