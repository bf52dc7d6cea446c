import type { EditorView } from '@codemirror/view'
import { create } from 'zustand'

interface ActiveText {
  view: EditorView | null
  setView: (view: EditorView | null) => void
}

/** The text that was written in last: where data chosen elsewhere is put. */
export const useActiveText = create<ActiveText>((set) => ({
  view: null,
  setView: (view) => set({ view }),
}))

/** Puts a piece of Liquid where the cursor stands in a text. */
export function insertPiece(view: EditorView, piece: string): void {
  view.dispatch({ ...view.state.replaceSelection(piece), userEvent: 'input', scrollIntoView: true })
  view.focus()
}
