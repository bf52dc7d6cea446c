import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import { tagPairs, textPieces } from './text-pieces'

/** A tag goes with its partner: whoever deletes one end of a bold word makes it plain, not broken. */
export const wholeTags: Extension = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.isUserEvent('delete') && !transaction.isUserEvent('input')) return transaction
  const gone: { from: number; to: number }[] = []
  transaction.changes.iterChangedRanges((from, to) => to > from && gone.push({ from, to }))
  if (gone.length === 0) return transaction
  const isGone = (piece: { from: number; to: number }) =>
    gone.some(({ from, to }) => from <= piece.from && to >= piece.to)
  const partners = tagPairs(textPieces(transaction.startState.doc.toString())).flatMap(
    ({ open, close }) => {
      if (isGone(open) === isGone(close)) return []
      return [isGone(open) ? close : open]
    },
  )
  if (partners.length === 0) return transaction
  const changes = partners.map(({ from, to }) => ({ from, to }))
  const also: TransactionSpec = { changes, sequential: false }
  return [transaction, also]
})

/** What is typed or pasted as it may stand in HTML; Liquid in it stays as it is. */
export function asHtml(typed: string): string {
  const pieces = textPieces(typed).filter(({ kind }) => kind === 'value' || kind === 'liquid')
  let text = ''
  let from = 0
  const plain = (part: string) =>
    part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  for (const piece of pieces) {
    text += plain(typed.slice(from, piece.from)) + piece.text
    from = piece.to
  }
  return text + plain(typed.slice(from))
}
