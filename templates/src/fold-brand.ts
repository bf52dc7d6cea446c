import { liquidPieces } from '@relance/core/mail/liquid-pieces'
import type { MailBrand } from './mail-brand'

const asks = /^\{%\s*if\s+brand\.(?:(dark)\.)?(\w+)\s*%\}$/
const tagName = /^\{%-?\s*(\w+)/
const opens = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'capture'])
/** Takes white space around it away, which could reach further once a tag beside it is gone. */
const trims = /\{[{%]-|-[%}]\}/

interface Span {
  from: number
  to: number
}

/** A block of Liquid under way; `holds`: what its condition is for everybody, where the brand alone says it. */
interface Block {
  opened: Span
  holds: boolean | undefined
  otherwise: Span | undefined
}

/**
 * A text without the conditions that ask for the brand alone (`{% if brand.help_url %}`), which come out the same for
 * everybody: what holds stays, what does not is gone. All other conditions are left as they are. The text is Liquid
 * that parses, and gives `brand` no other meaning.
 */
export function foldBrand(text: string, brand: MailBrand): string {
  if (trims.test(text)) return text
  const open: Block[] = []
  const gone: Span[] = []
  for (const { text: piece, offset } of liquidPieces(text)) {
    const name = tagName.exec(piece)?.[1] ?? ''
    const span = { from: offset, to: offset + piece.length }
    const block = open.at(-1)
    if (opens.has(name))
      open.push({ opened: span, holds: answer(piece, brand), otherwise: undefined })
    else if (name === 'elsif' && block) block.holds = undefined
    else if (name === 'else' && block) block.otherwise = span
    else if (name.startsWith('end')) gone.push(...cut(open.pop(), span))
  }
  return without(text, gone)
}

/** Whether the brand has what a condition asks for; undefined where it asks for something else. Liquid takes '' for true. */
function answer(piece: string, brand: MailBrand): boolean | undefined {
  const [, dark, name = ''] = asks.exec(piece) ?? []
  if (!name) return undefined
  const value = new Map<string, unknown>(Object.entries(dark ? brand.dark : brand)).get(name)
  if (value === undefined || value === null) return false
  return typeof value === 'string' ? true : undefined
}

/** What goes of a block that ends here. */
function cut(block: Block | undefined, end: Span): Span[] {
  if (block?.holds === undefined) return []
  const { opened, holds, otherwise } = block
  if (holds) return [opened, { from: otherwise?.from ?? end.from, to: end.to }]
  return otherwise
    ? [{ from: opened.from, to: otherwise.to }, end]
    : [{ from: opened.from, to: end.to }]
}

function without(text: string, spans: Span[]): string {
  let kept = ''
  let at = 0
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from > at) kept += text.slice(at, from)
    at = Math.max(at, to)
  }
  return kept + text.slice(at)
}
