import type { StateCreator } from 'zustand'
import type { CanvasState } from './canvas-store'

export interface SearchSlice {
  /** The search field is open. */
  searching: boolean
  /** Steps that hold what is looked for, in reading order; null while nothing is. */
  found: string[] | null
  /** The same, to be asked by each card. */
  foundSteps: ReadonlySet<string>
  /** Which of them is looked at, from 0; -1 while none is. */
  foundAt: number
  /** Goes up each time the field is asked for, so that it takes the keyboard again. */
  searchAsked: number
  openSearch: () => void
  closeSearch: () => void
  /** Takes what was found; the place stays at its step where that is still among them. */
  setFound: (found: string[] | null) => void
  /** Goes on to the next one, or back, round the ends; answers its step. */
  goToFound: (by: 1 | -1) => string | null
}

export const searchSlice: StateCreator<CanvasState, [], [], SearchSlice> = (set, get) => ({
  searching: false,
  found: null,
  foundSteps: new Set(),
  foundAt: -1,
  searchAsked: 0,
  openSearch: () => set(({ searchAsked }) => ({ searching: true, searchAsked: searchAsked + 1 })),
  closeSearch: () => set({ searching: false, found: null, foundAt: -1 }),
  setFound: (found) =>
    set((state) => {
      const held = state.found?.[state.foundAt]
      return {
        found,
        foundSteps: new Set(found),
        foundAt: held === undefined ? -1 : (found?.indexOf(held) ?? -1),
      }
    }),
  goToFound: (by) => {
    const { found, foundAt } = get()
    if (!found || found.length === 0) return null
    const start = foundAt === -1 && by === -1 ? 0 : foundAt
    const next = (start + by + found.length) % found.length
    set({ foundAt: next })
    return found[next] ?? null
  },
})

/** Whether a step steps back while something else is looked for. */
export const isDimmed = (id: string) => (state: CanvasState) =>
  state.found !== null && !state.foundSteps.has(id)
