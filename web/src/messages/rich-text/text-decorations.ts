import { type Extension, RangeSetBuilder, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { ChipWidget } from './chip-widget'
import { type TextPiece, tagPairs, textPieces } from './text-pieces'
import { readValue } from './value-piece'

/** How Liquid is said to whoever writes: names of values, and what conditions are called. */
export interface ChipWords {
  labelOf: (name: string) => string
  /** @param word if, elsif, else, endif, for, … */
  liquid: (word: string, says: string) => string
}

const looks: Readonly<Record<string, string>> = {
  b: 'cm-strong',
  strong: 'cm-strong',
  h1: 'cm-strong',
  h2: 'cm-strong',
  i: 'cm-em',
  em: 'cm-em',
  a: 'cm-a',
}

function labelOf(piece: TextPiece, words: ChipWords): string {
  if (piece.kind === 'value') {
    const name = readValue(piece.text)?.name ?? piece.text.match(/[\w.]+/)?.[0] ?? piece.text
    return words.labelOf(name)
  }
  const [, word = '', says = ''] = piece.text.match(/^\{%-?\s*(\w+)\s*([\s\S]*?)\s*-?%\}$/) ?? []
  return words.liquid(word, says)
}

/** The letter an entity stands for. */
function letterOf(entity: string): string {
  const read = new DOMParser().parseFromString(entity, 'text/html').body.textContent ?? entity
  return read === '\u00a0' ? '\u2423' : read
}

function shownAs(piece: TextPiece, words: ChipWords): Decoration {
  if (piece.kind === 'tag' || piece.kind === 'comment') return Decoration.replace({})
  const label =
    piece.kind === 'break'
      ? '↵'
      : piece.kind === 'letter'
        ? letterOf(piece.text)
        : labelOf(piece, words)
  return Decoration.replace({ widget: new ChipWidget(label, piece.kind, piece.text) })
}

function decorate(text: string, words: ChipWords): { all: DecorationSet; solid: DecorationSet } {
  const pieces = textPieces(text)
  const indents = [...text.matchAll(/(?<=\n)[ \t]+/g)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    shown: Decoration.replace({}),
  }))
  const replaced = [
    ...pieces.map((piece) => ({ from: piece.from, to: piece.to, shown: shownAs(piece, words) })),
    ...indents,
  ].sort((one, other) => one.from - other.from)
  const solid = new RangeSetBuilder<Decoration>()
  for (const { from, to, shown } of replaced) solid.add(from, to, shown)
  const styled = tagPairs(pieces).flatMap(({ name, open, close }) => {
    const look = looks[name]
    return look && open.to < close.from
      ? [Decoration.mark({ class: look }).range(open.to, close.from)]
      : []
  })
  const atoms = solid.finish()
  return { all: atoms.update({ add: styled, sort: true }), solid: atoms }
}

/** Shows values as chips and tags as how they look; the text itself keeps every character. */
export function textDecorations(words: ChipWords): Extension {
  const shown = StateField.define({
    create: (state) => decorate(state.doc.toString(), words),
    update: (before, transaction) =>
      transaction.docChanged ? decorate(transaction.newDoc.toString(), words) : before,
    provide: (field) => [
      EditorView.decorations.from(field, ({ all }) => all),
      EditorView.atomicRanges.of((view) => view.state.field(field).solid),
    ],
  })
  return shown
}
