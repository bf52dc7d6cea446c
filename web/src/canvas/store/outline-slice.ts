import type { StateCreator } from 'zustand'
import type { CanvasState } from './canvas-store'
import { watchWindow } from './watch-window'

export interface OutlineSlice {
  /** The scenario is shown as a list of sentences instead of a drawing. */
  outline: boolean
  /** The row that holds the list's place in the Tab order, by its key. */
  outlineAt: string | null
  /** Rows whose branches are put away, by their keys. */
  folded: string[]
  /** Goes up each time the keyboard is asked to go to `outlineAt`. */
  outlineAsked: number
  showOutline: (shown: boolean) => void
  /** The window became too small for a drawing, or large enough again. */
  fitWindow: (tiny: boolean) => void
  /** The list's place in the Tab order, without moving the keyboard. */
  standAt: (key: string) => void
  /** The same, and the keyboard goes there. */
  goTo: (key: string) => void
  fold: (key: string, folded: boolean) => void
  /** Says at once what is put away. */
  setFolded: (keys: string[]) => void
}

/** Below this width a drawing has no room: the outline takes its place. */
const TINY = '(max-width: 767px)'

/** Whether the window is so small that the outline is the way to work. */
export const isTiny = () => Boolean(globalThis.matchMedia?.(TINY).matches)

/** Tells when the window becomes small or large; answers how to stop. */
export const watchTiny = (onChange: (tiny: boolean) => void) => watchWindow(TINY, onChange)

export const outlineSlice: StateCreator<CanvasState, [], [], OutlineSlice> = (set) => ({
  outline: isTiny(),
  outlineAt: null,
  folded: [],
  outlineAsked: 0,
  showOutline: (outline) => set({ outline }),
  fitWindow: (tiny) =>
    set(({ open }) => ({
      outline: tiny,
      open: tiny ? { ...open, rules: false, draft: false, problems: false } : open,
    })),
  standAt: (outlineAt) => set({ outlineAt }),
  goTo: (outlineAt) => set(({ outlineAsked }) => ({ outlineAt, outlineAsked: outlineAsked + 1 })),
  setFolded: (folded) => set({ folded }),
  fold: (key, folded) =>
    set((state) => ({
      folded: folded ? [...state.folded, key] : state.folded.filter((each) => each !== key),
    })),
})
