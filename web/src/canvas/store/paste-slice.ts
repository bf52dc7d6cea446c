import type { StateCreator } from 'zustand'
import type { ReadClip } from '../clipboard/clip-text'
import type { Match } from '../clipboard/match-needs'
import type { CanvasState } from './canvas-store'

/** A paste that waits until what it needs is matched. */
export interface Pasting extends ReadClip {
  matches: Match[]
  /** The exit the steps go on; left out: where the window looks. */
  into?: { from: string; exit: string }
}

export interface PasteSlice {
  pasting: Pasting | null
  askMatches: (pasting: Pasting | null) => void
}

export const pasteSlice: StateCreator<CanvasState, [], [], PasteSlice> = (set) => ({
  pasting: null,
  askMatches: (pasting) => set({ pasting }),
})
