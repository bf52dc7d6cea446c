import type { SourceRange } from '../mjml-node'

/** A stretch of the source and what stands there afterwards. */
export interface SourceEdit extends SourceRange {
  text: string
}

/** The source with these stretches replaced, which must not overlap; every other character stays. */
export function spliceSource(source: string, edits: readonly SourceEdit[]): string {
  let text = ''
  let from = 0
  for (const edit of [...edits].sort((one, other) => one.from - other.from)) {
    text += source.slice(from, edit.from) + edit.text
    from = edit.to
  }
  return text + source.slice(from)
}
