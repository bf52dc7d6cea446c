import type { StateCreator } from 'zustand'
import type { CanvasState } from './canvas-store'

/** What a menu of acts is open for, and where on the screen; `key` names a path or an open exit. */
export type OpenMenu = (
  | { on: 'step'; id: string }
  | { on: 'path'; key: string }
  | { on: 'ground' }
) & {
  at: { x: number; y: number }
}

export interface MenuSlice {
  menu: OpenMenu | null
  /** Opens it, and chooses what it is for. */
  openMenu: (menu: OpenMenu | null) => void
}

export const menuSlice: StateCreator<CanvasState, [], [], MenuSlice> = (set, get) => ({
  menu: null,
  openMenu: (menu) => {
    const { selected, select, selectEdge } = get()
    // Several that are chosen stay so: the acts are for all of them.
    if (menu?.on === 'step' && !selected.includes(menu.id)) select([menu.id])
    if (menu?.on === 'path') selectEdge(menu.key)
    if (menu?.on === 'ground') select([])
    set({ menu })
  },
})
