import type { StateCreator } from 'zustand'
import type { Guide } from '../drag/find-guides'
import type { CanvasState } from './canvas-store'

export interface DragSlice {
  /** While a card is dragged: the column and the row it stands in. */
  guides: readonly Guide[]
  showGuides: (guides: readonly Guide[]) => void
  /** The steps that come along with what is dragged. */
  held: ReadonlySet<string>
  setHeld: (held: ReadonlySet<string>) => void
}

const same = (one: readonly Guide[], other: readonly Guide[]) =>
  one.length === other.length && one.every((guide, i) => isSame(guide, other[i]))

const isSame = (one: Guide, other: Guide | undefined) =>
  one.along === other?.along &&
  one.at === other.at &&
  one.from === other.from &&
  one.to === other.to

const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((id) => other.has(id))

/** Nothing changes while the card stays in its column and row: a frame of a drag redraws nothing else. */
export const dragSlice: StateCreator<CanvasState, [], [], DragSlice> = (set) => ({
  held: new Set(),
  setHeld: (held) => set((state) => (sameSet(state.held, held) ? state : { held })),
  guides: [],
  showGuides: (guides) => set((state) => (same(state.guides, guides) ? state : { guides })),
})
