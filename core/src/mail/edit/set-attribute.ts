import { liquidPieces } from '../liquid-pieces'
import type { MjmlElement } from '../mjml-node'
import { spliceSource } from './splice-source'

/** A value as it may stand between double quotes; Liquid in it stays as it is. */
function quoted(value: string): string {
  let text = ''
  let from = 0
  const plain = (part: string) => part.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  for (const piece of liquidPieces(value)) {
    text += plain(value.slice(from, piece.offset)) + piece.text
    from = piece.offset + piece.text.length
  }
  return text + plain(value.slice(from))
}

/** The edit that gives an element's attribute another value, adds it, or with null takes it away. */
export function attributeEdit(
  source: string,
  { name: tagName, tag, attributes }: MjmlElement,
  name: string,
  value: string | null,
) {
  const there = attributes.find((attribute) => attribute.name === name)
  if (there && value === null) {
    const space = source.slice(0, there.from).match(/\s*$/)?.[0].length ?? 0
    return { from: there.from - space, to: there.to, text: '' }
  }
  if (value === null) return null
  if (there) return { from: there.valueFrom, to: there.valueTo, text: quoted(value) }
  const end = attributes.at(-1)?.to ?? tag.from + 1 + tagName.length
  return { from: end, to: end, text: ` ${name}="${quoted(value)}"` }
}

/** The source with one attribute changed, added or (null) removed; nothing else of it. */
export function setAttribute(
  source: string,
  element: MjmlElement,
  name: string,
  value: string | null,
): string {
  const edit = attributeEdit(source, element, name, value)
  return edit ? spliceSource(source, [edit]) : source
}
