import { AppError } from '@relance/core/error/app-error'
import { tagsWithContent } from '@relance/core/mail/mjml-node'
import { positionOf } from '@relance/core/mail/position-of'

/** Text found straight inside a structural tag, where MJML would drop it without a word. */
export interface BareText {
  text: string
  offset: number
}

interface OpenTag {
  name: string
  offset: number
}

const tag = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/gi

/**
 * Walks the tags of an MJML source: refuses what is not closed, closed in the wrong order, or
 * included from a file (MJML itself repairs or drops these silently), and returns bare texts.
 * Throws AppError `invalid` with line and column.
 */
export function scanMjml(source: string): BareText[] {
  const refuse = (words: string, offset: number): never => {
    throw new AppError('invalid', words, { field: 'mjml', ...positionOf(source, offset) })
  }
  const open: OpenTag[] = []
  const bare: BareText[] = []
  let from = 0
  tag.lastIndex = 0
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    const [, closing, rawName, , selfClosing] = match
    const before = source.slice(from, match.index)
    if (before.trim()) bare.push({ text: before, offset: from })
    from = tag.lastIndex
    if (!rawName) continue
    const name = rawName.toLowerCase()
    if (name === 'mj-include')
      refuse('mj-include is not available here: paste the block itself.', match.index)
    if (closing) {
      if (!open.some((tag) => tag.name === name)) refuse(`</${name}> closes nothing.`, match.index)
      const last = open.pop()
      if (last && last.name !== name) refuse(`<${last.name}> is not closed.`, last.offset)
      continue
    }
    if (selfClosing) continue
    if (!tagsWithContent.has(name)) {
      open.push({ name, offset: match.index })
      continue
    }
    const end = new RegExp(`</${name}\\s*>`, 'gi')
    end.lastIndex = from
    if (!end.exec(source)) refuse(`<${name}> is not closed.`, match.index)
    from = tag.lastIndex = end.lastIndex
  }
  const unclosed = open.at(-1)
  if (unclosed) refuse(`<${unclosed.name}> is not closed.`, unclosed.offset)
  const rest = source.slice(from)
  if (rest.trim()) bare.push({ text: rest, offset: from })
  return bare
}
