import type { StateCreator } from 'zustand'
import type { CanvasState } from './canvas-store'

interface Typed {
  text: string
  /** Whether Enter came after it. */
  isEntered: boolean
}

export const nothingTyped: Typed = { text: '', isEntered: false }

/** What is typed for a field that was asked for and is still being fetched. */
export interface TypedSlice {
  typedAhead: Typed
  /** A letter, or Enter, after which nothing belongs to it. */
  typeAhead: (key: string) => void
  /** Hands it over, once. */
  takeTyped: () => Typed
}

export const typedSlice: StateCreator<CanvasState, [], [], TypedSlice> = (set, get) => ({
  typedAhead: nothingTyped,
  typeAhead: (key) =>
    set(({ typedAhead: { text, isEntered } }) => {
      if (isEntered) return {}
      const typedAhead =
        key === 'Enter' ? { text, isEntered: true } : { text: text + key, isEntered }
      return { typedAhead }
    }),
  takeTyped: () => {
    const { typedAhead } = get()
    set({ typedAhead: nothingTyped })
    return typedAhead
  },
})
