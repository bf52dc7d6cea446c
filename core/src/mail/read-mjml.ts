import { AppError } from '../error/app-error'
import { liquidPieces } from './liquid-pieces'
import {
  type LiquidGroup,
  type MjmlAttribute,
  type MjmlElement,
  type MjmlNode,
  tagsWithContent,
} from './mjml-node'
import { positionOf } from './position-of'

const token =
  /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|\{[%{]q*[%}]\}/gi
const paired = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'capture', 'comment', 'raw'])
const between = new Set(['else', 'elsif', 'when'])

/** Liquid as filler of the same length, so that nothing in it looks like a tag. */
function masked(source: string): string {
  let text = ''
  let from = 0
  for (const piece of liquidPieces(source)) {
    const filler = piece.text.slice(0, 2) + 'q'.repeat(piece.text.length - 4)
    text += source.slice(from, piece.offset) + filler + piece.text.slice(-2)
    from = piece.offset + piece.text.length
  }
  return text + source.slice(from)
}

function attributesOf(source: string, mask: string, from: number, to: number): MjmlAttribute[] {
  const each = /([a-z][\w:-]*)\s*=\s*("[^"]*"|'[^']*')/gi
  return [...mask.slice(from, to).matchAll(each)].map(({ 0: whole, 1: name = '', index }) => {
    const end = from + index + whole.length
    const valueFrom = end - (whole.length - whole.search(/["']/)) + 1
    const value = source.slice(valueFrom, end - 1)
    return { name, value, from: from + index, to: end, valueFrom, valueTo: end - 1 }
  })
}

type Open =
  | { node: MjmlElement; children: MjmlNode[] }
  | { node: LiquidGroup; children: MjmlNode[] }

/**
 * A mail's MJML as a tree in which every node knows where it stands in the source, comments and
 * white space left out. Liquid that encloses whole elements is a group, other Liquid between
 * elements a line of its own. A fragment without `<mjml>` is read too.
 * Throws AppError `invalid` with `line` and `column` where tags and Liquid do not nest.
 */
export function readMjml(source: string): MjmlNode[] {
  const mask = masked(source)
  const roots: MjmlNode[] = []
  const open: Open[] = []
  const refuse = (words: string, offset: number): never => {
    throw new AppError('invalid', words, { field: 'mjml', ...positionOf(source, offset) })
  }
  const add = (node: MjmlNode) => (open.at(-1)?.children ?? roots).push(node)

  const takeLiquid = (from: number, to: number) => {
    const tag = { from, to }
    const [, word = '', says = ''] =
      source.slice(from, to).match(/^\{%-?\s*(\w+)\s*([\s\S]*?)\s*-?%\}$/) ?? []
    const last = open.at(-1)
    if (paired.has(word)) {
      const children: MjmlNode[] = []
      const node: LiquidGroup = {
        ...{ kind: 'group', from, to, end: tag },
        branches: [{ tag, word, says, children }],
      }
      add(node)
      open.push({ node, children })
    } else if (between.has(word) || (word.startsWith('end') && paired.has(word.slice(3)))) {
      if (last?.node.kind !== 'group')
        return refuse(`{% ${word} %} must stand where its beginning stands.`, from)
      if (between.has(word)) {
        last.children = []
        last.node.branches.push({ tag, word, says, children: last.children })
        return
      }
      if (last.node.branches[0]?.word !== word.slice(3))
        return refuse(`{% ${word} %} closes nothing.`, from)
      last.node.to = to
      last.node.end = tag
      open.pop()
    } else add({ kind: 'line', from, to })
  }

  const close = (name: string, from: number, to: number) => {
    const last = open.at(-1)
    if (last?.node.kind !== 'element' || last.node.name !== name)
      return refuse(`</${name}> closes nothing here.`, from)
    last.node.to = to
    last.node.inner = { from: last.node.tag.to, to: from }
    open.pop()
  }

  token.lastIndex = 0
  let from = 0
  const refuseText = (to: number) => {
    const text = source.slice(from, to)
    if (text.trim())
      refuse(`“${text.trim().slice(0, 40)}” must stand inside mj-text.`, from + text.search(/\S/))
  }
  for (let match = token.exec(mask); match; match = token.exec(mask)) {
    const [whole, closing, rawName, said = '', selfClosing] = match
    const start = match.index
    refuseText(start)
    from = start + whole.length
    if (whole.startsWith('{')) takeLiquid(start, from)
    if (!rawName) continue
    const name = rawName.toLowerCase()
    if (closing) {
      close(name, start, from)
      continue
    }
    const saidFrom = start + 1 + rawName.length
    const node: MjmlElement = {
      ...{ kind: 'element', name, from: start, to: from, inner: null, children: [] },
      tag: { from: start, to: from },
      attributes: attributesOf(source, mask, saidFrom, saidFrom + said.length),
    }
    add(node)
    if (selfClosing) continue
    if (!tagsWithContent.has(name)) {
      open.push({ node, children: node.children })
      continue
    }
    const end = new RegExp(`</${name}\\s*>`, 'gi')
    end.lastIndex = from
    const found = end.exec(mask)
    if (!found) return refuse(`<${name}> is not closed.`, start)
    node.inner = { from, to: found.index }
    node.to = from = token.lastIndex = end.lastIndex
  }
  refuseText(source.length)
  const unclosed = open.at(-1)?.node
  if (unclosed)
    refuse(
      unclosed.kind === 'element'
        ? `<${unclosed.name}> is not closed.`
        : `{% ${unclosed.branches[0]?.word} %} is not closed.`,
      unclosed.from,
    )
  return roots
}
