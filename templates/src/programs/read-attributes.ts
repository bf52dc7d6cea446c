/** An attribute as it is written in a tag. */
export interface WrittenAttribute {
  /** In small letters. */
  name: string
  /** As written, entities and all. */
  value: string
  from: number
  to: number
}

/** No tag has as many; what has is no tag, but a quote left open. */
const MOST_ATTRIBUTES = 50
const NAME = /[^\s/>=]+/y
const BETWEEN = /[\s/]*/y
const EQUALS = /\s*=\s*/y
const VALUE = /"[^"]*"|'[^']*'|[^\s>]*/y

/**
 * The attributes of the tag whose name begins at `at`, as browsers read them: slashes part them like spaces, and a value
 * needs no quotes. Null where the tag does not end, or has over 50.
 */
export function readAttributes(html: string, at: number): WrittenAttribute[] | null {
  const attributes: WrittenAttribute[] = []
  let from = end(html, NAME, at)
  while (attributes.length <= MOST_ATTRIBUTES) {
    from = end(html, BETWEEN, from)
    if (from >= html.length) return null
    if (html[from] === '>') return attributes
    // An attribute may begin with "=", which then belongs to its name.
    const named = end(html, NAME, html[from] === '=' ? from + 1 : from)
    const valued = end(html, EQUALS, named)
    const hasValue = html.slice(named, valued).includes('=')
    const to = hasValue ? end(html, VALUE, valued) : named
    const value = hasValue ? html.slice(valued, to).replace(/^(["'])([\s\S]*)\1$/, '$2') : ''
    attributes.push({ name: html.slice(from, named).toLowerCase(), value, from, to })
    from = to
  }
  return null
}

/** Where a pattern that matches at a place ends; the place itself where it does not match. */
function end(html: string, pattern: RegExp, place: number): number {
  pattern.lastIndex = place
  const found = pattern.exec(html)
  return found ? place + found[0].length : place
}
