import { type LiquidPiece, liquidPieces } from '@relance/core/mail/liquid-pieces'

/** A source whose Liquid has been swapped for plain words, so that MJML cannot trip over it. */
export interface ShieldedSource {
  text: string
  pieces: LiquidPiece[]
}

/** The word that stands for piece `index`; letters and digits only, so it survives anywhere. */
export const shieldWord = (index: number) => `QZ${index}ZQ`

/** MJML accepts only real colours in colour attributes: these stand for a piece there. */
export const shieldColour = (index: number) => `#f${(0xc0de0 + index).toString(16)}`

const lineBreaks = (text: string) => '\n'.repeat(text.split('\n').length - 1)

/** Swaps each piece for a word; lines stay where they are. */
export function shieldLiquid(source: string): ShieldedSource {
  const pieces = liquidPieces(source)
  let text = ''
  let from = 0
  pieces.forEach((piece, index) => {
    text += source.slice(from, piece.offset) + shieldWord(index) + lineBreaks(piece.text)
    from = piece.offset + piece.text.length
  })
  text += source.slice(from)
  const colours = /(\s(?:[a-z-]+-)?color\s*=\s*["'])QZ(\d+)ZQ(?=["'])/g
  return {
    text: text.replace(colours, (_, before, index) => before + shieldColour(Number(index))),
    pieces,
  }
}

/** Puts the pieces back, in whatever the source has become. */
export function restoreLiquid(text: string, pieces: readonly LiquidPiece[]): string {
  const colours = new Map(pieces.map((piece, index) => [shieldColour(index), piece.text]))
  return text
    .replace(/QZ(\d+)ZQ/g, (word, index) => pieces[Number(index)]?.text ?? word)
    .replace(/#f[0-9a-f]{5}\b/g, (colour) => colours.get(colour) ?? colour)
}
