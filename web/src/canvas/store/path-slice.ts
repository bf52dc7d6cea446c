import type { StateCreator } from 'zustand'
import type { CanvasState } from './canvas-store'

/** The path somebody takes: the places of each step on it, from 1, and the edges they go by, by their keys. */
export interface ShownPath {
  places: Readonly<Record<string, readonly number[]>>
  edges: ReadonlySet<string>
}

export interface ReckonedCount {
  entered: number
  /** Undefined where the live version has no such step. */
  more?: number
}

export interface PathSlice {
  /** While a scenario is tried: what lights; the rest dims. */
  path: ShownPath | null
  showPath: (path: ShownPath | null) => void
  /** Beside it: how many would have come to each step in a past time, and how many more than by the live version. */
  counts: Readonly<Record<string, ReckonedCount>> | null
  showCounts: (counts: PathSlice['counts']) => void
}

export const pathSlice: StateCreator<CanvasState, [], [], PathSlice> = (set) => ({
  path: null,
  showPath: (path) => set({ path }),
  counts: null,
  showCounts: (counts) => set({ counts }),
})

export type OnPath = 'lit' | 'dim' | undefined

/** Whether a step lies on the path; undefined while none is shown. */
export const stepOnPath =
  (id: string) =>
  ({ path }: CanvasState): OnPath =>
    path ? (path.places[id] ? 'lit' : 'dim') : undefined

/** Whether an edge does. */
export const edgeOnPath =
  (key: string) =>
  ({ path }: CanvasState): OnPath =>
    path ? (path.edges.has(key) ? 'lit' : 'dim') : undefined
