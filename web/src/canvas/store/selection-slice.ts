import type { StateCreator } from 'zustand'
import type { CanvasState } from './canvas-store'

export interface SelectionSlice {
  /** Steps chosen, in the order they were. */
  selected: string[]
  /** The edge chosen, by its key. */
  selectedEdge: string | null
  /** Exits shown although they are optional and open, by step. */
  revealed: string[]
  /** While an exit looks for its target by keys. */
  connecting: { from: string; exit: string } | null
  /** While the arrow keys move the chosen steps: how far they are off their places, in pixels. */
  moving: { x: number; y: number } | null
  select: (ids: string[]) => void
  selectEdge: (key: string | null) => void
  reveal: (id: string) => void
  setConnecting: (connecting: SelectionSlice['connecting']) => void
  setMoving: (moving: SelectionSlice['moving']) => void
}

const sameIds = (a: string[], b: string[]) =>
  a.length === b.length && a.every((id, place) => id === b[place])

export const selectionSlice: StateCreator<CanvasState, [], [], SelectionSlice> = (set) => ({
  selected: [],
  selectedEdge: null,
  revealed: [],
  connecting: null,
  moving: null,
  select: (ids) =>
    set((state) =>
      sameIds(state.selected, ids) && !state.selectedEdge
        ? state
        : { selected: ids, selectedEdge: null, focusField: null },
    ),
  selectEdge: (key) => set({ selectedEdge: key, selected: [] }),
  reveal: (id) => set((state) => ({ revealed: [...state.revealed, id] })),
  setConnecting: (connecting) => set({ connecting }),
  setMoving: (moving) => set({ moving }),
})

export const onlySelected = (state: CanvasState) =>
  state.selected.length === 1 ? (state.selected[0] ?? null) : null
export const isRevealed = (id: string) => (state: CanvasState) => state.revealed.includes(id)
