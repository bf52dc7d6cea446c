import { createStore } from 'zustand'
import type { SaveState } from './save-state'

/** Whether an opened draft is saved. A store of its own: it changes twice with each act, and two words on screen show it. */
export const createSaveStore = (state: SaveState = { kind: 'saving' }) =>
  createStore<SaveState>()(() => state)

export type SaveStore = ReturnType<typeof createSaveStore>
