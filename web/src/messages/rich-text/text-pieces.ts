import { liquidPieces } from '@relance/core/mail/liquid-pieces'

/** A stretch of a text that is shown as something else. */
export interface TextPiece {
  kind: 'value' | 'liquid' | 'tag' | 'break' | 'letter' | 'comment'
  text: string
  from: number
  to: number
}

/** An HTML tag of a text, with the place of the one that closes or opens it. */
export interface TagPair {
  name: string
  open: { from: number; to: number }
  close: { from: number; to: number }
}

const tag =
  /<!--[\s\S]*?-->|<\/?[a-z][a-z0-9]*(?:[^<>"']|"[^"]*"|'[^']*')*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi

/** Everything in a text that is not plain words, in order and without overlaps; Liquid inside a tag is part of the tag. */
export function textPieces(text: string): TextPiece[] {
  const liquid = liquidPieces(text)
  let mask = text
  for (const { text: piece, offset } of liquid)
    mask = mask.slice(0, offset) + 'q'.repeat(piece.length) + mask.slice(offset + piece.length)
  const tags = [...mask.matchAll(tag)].map(({ 0: found, index }): TextPiece => {
    const kind = found.startsWith('&')
      ? 'letter'
      : found.startsWith('<!--')
        ? 'comment'
        : /^<br\b/i.test(found)
          ? 'break'
          : 'tag'
    const to = index + found.length
    return { kind, text: text.slice(index, to), from: index, to }
  })
  const alone = liquid.flatMap(({ text: piece, offset }): TextPiece[] =>
    tags.some(({ from, to }) => offset >= from && offset < to)
      ? []
      : [
          {
            kind: piece.startsWith('{{') ? 'value' : 'liquid',
            ...{ text: piece, from: offset, to: offset + piece.length },
          },
        ],
  )
  return [...tags, ...alone].sort((one, other) => one.from - other.from)
}

/** The tags of a text that belong together; one that has no partner is left out. */
export function tagPairs(pieces: readonly TextPiece[]): TagPair[] {
  const open: { name: string; piece: TextPiece }[] = []
  const pairs: TagPair[] = []
  for (const piece of pieces) {
    const name = piece.kind === 'tag' && piece.text.match(/^<\/?([a-z0-9]+)/i)?.[1]?.toLowerCase()
    if (!name || /\/>$/.test(piece.text)) continue
    if (!piece.text.startsWith('</')) {
      open.push({ name, piece })
      continue
    }
    const place = open.findLastIndex((each) => each.name === name)
    const [begun] = place < 0 ? [] : open.splice(place)
    if (begun) pairs.push({ name, open: begun.piece, close: piece })
  }
  return pairs
}
