import { attributeEdit } from './edit/set-attribute'
import { spliceSource } from './edit/splice-source'
import { attributeOf, inheritedAttribute } from './inherited-attribute'
import { readBlocks } from './mail-block'
import type { MjmlElement, MjmlNode } from './mjml-node'
import { readMjml } from './read-mjml'

const MARK = 'relance-block-'
/** These write no element of their own that could carry a class. */
const unmarked = new Set(['mj-raw', 'mj-style'])

/** The class that an element of a marked mail's HTML carries for the block of this id. */
export const markOf = (id: number) => `${MARK}${id}`

/** The id of the block that a class attribute of a marked mail's HTML names, or null. */
export function markedBlock(className: string): number | null {
  const found = className.match(/(?:^|\s)relance-block-(\d+)/)
  return found ? Number(found[1]) : null
}

/** The edit that gives an element one more class, besides its own or what the head gives it. */
export function classEdit(source: string, roots: MjmlNode[], element: MjmlElement, name: string) {
  const before =
    attributeOf(element, 'css-class') ?? inheritedAttribute(roots, element, 'css-class')
  return attributeEdit(source, element, 'css-class', before ? `${before} ${name}` : name)
}

/** A copy of a mail's source in which each block carries its mark; lines stay where they are. */
export function markBlocks(source: string): string {
  const roots = readMjml(source)
  const edits = readBlocks(source)
    .filter(({ element }) => !unmarked.has(element.name))
    .map(({ id, element }) => classEdit(source, roots, element, markOf(id)))
  return spliceSource(
    source,
    edits.filter((edit) => edit !== null),
  )
}
