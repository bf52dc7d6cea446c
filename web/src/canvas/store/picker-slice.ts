import type { StateCreator } from 'zustand'
import type { Place } from '../document/add-step'
import type { CanvasState } from './canvas-store'
import { nothingTyped } from './typed-slice'

/** What the picker is open for: a place to add at, or a step to replace. `at` is where it opens, on the screen. */
export type Picking = ({ mode: 'add'; place: Place } | { mode: 'replace'; id: string }) & {
  at: { x: number; y: number }
}

export interface PickerSlice {
  picking: Picking | null
  /** Step type being dragged from the palette. */
  dragging: string | null
  /** The edge a dragged step would join. */
  litEdge: string | null
  /** The step a dragged one would take the place of. */
  replaced: string | null
  pick: (picking: Picking | null) => void
  drag: (type: string | null) => void
  light: (edge: string | null) => void
  aimAt: (replaced: string | null) => void
}

export const pickerSlice: StateCreator<CanvasState, [], [], PickerSlice> = (set) => ({
  picking: null,
  dragging: null,
  litEdge: null,
  replaced: null,
  pick: (picking) => set({ picking, typedAhead: nothingTyped }),
  drag: (dragging) => set({ dragging, litEdge: null, replaced: null }),
  light: (litEdge) => set((state) => (state.litEdge === litEdge ? state : { litEdge })),
  aimAt: (replaced) => set((state) => (state.replaced === replaced ? state : { replaced })),
})

/** Whether a dragged step would take the place of this one. */
export const isReplaced = (id: string) => (state: CanvasState) => state.replaced === id
