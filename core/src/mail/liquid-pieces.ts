/** One `{{ … }}` or `{% … %}` of a source. */
export interface LiquidPiece {
  text: string
  offset: number
  line: number
  column: number
}

/** Every Liquid piece of a text, in order; line and column from 1. */
export function liquidPieces(text: string): LiquidPiece[] {
  let line = 1
  let lineStart = 0
  let from = 0
  return [...text.matchAll(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g)].map(
    ({ 0: piece, index: offset }) => {
      for (
        let at = text.indexOf('\n', from);
        at >= 0 && at < offset;
        at = text.indexOf('\n', at + 1)
      ) {
        line += 1
        lineStart = at + 1
      }
      from = offset
      return { text: piece, offset, line, column: offset - lineStart + 1 }
    },
  )
}
