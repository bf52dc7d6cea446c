import type { SourceRange } from '../mjml-node'

/** The white space before a place on its line, or null where something else stands before it. */
export function indentAt(source: string, at: number): string | null {
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, at)
  return /^[ \t]*$/.test(line) ? line : null
}

/** A range with the whole lines it stands on, where nothing else stands on them. */
export function ownLines(source: string, { from, to }: SourceRange): SourceRange {
  const indent = indentAt(source, from)
  const rest = source.slice(to).match(/^[ \t]*(\n|$)/)
  return indent === null || !rest
    ? { from, to }
    : { from: from - indent.length, to: to + rest[0].length }
}

/** A text as it stands at another indent, its first line left as it is. */
export const indented = (text: string, indent: string) => text.replaceAll('\n', `\n${indent}`)
