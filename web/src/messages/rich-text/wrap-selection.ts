import type { EditorView } from '@codemirror/view'
import { type TagPair, tagPairs, textPieces } from './text-pieces'

/** The innermost pair of these tags around the selection. */
export function pairAround(view: EditorView, names: readonly string[]): TagPair | undefined {
  const { from, to } = view.state.selection.main
  return tagPairs(textPieces(view.state.doc.toString()))
    .filter(({ name, open, close }) => names.includes(name) && open.from <= from && close.to >= to)
    .sort((one, other) => other.open.from - one.open.from)[0]
}

/** Takes a pair of tags away, leaving what stands between. */
export function unwrap(view: EditorView, { open, close }: TagPair): void {
  view.dispatch({ changes: [open, close].map(({ from, to }) => ({ from, to })) })
  view.focus()
}

/** Puts the selection between two tags, and keeps it selected. */
export function wrap(view: EditorView, open: string, close: string): void {
  const { from, to } = view.state.selection.main
  view.dispatch({
    changes: [
      { from, insert: open },
      { from: to, insert: close },
    ],
    selection: { anchor: from + open.length, head: to + open.length },
  })
  view.focus()
}
