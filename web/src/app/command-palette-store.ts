import { create } from 'zustand'

/** Whether the search over everything is open. */
export const useCommandPalette = create<{ open: boolean; setOpen: (open: boolean) => void }>(
  (set) => ({
    open: false,
    setOpen: (open) => set({ open }),
  }),
)
