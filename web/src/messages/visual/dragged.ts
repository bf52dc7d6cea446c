import type { Snippet } from '@relance/core/mail/edit/insert-block'
import { create } from 'zustand'

interface Dragged {
  /** A new block, or the id of one that moves. */
  what: { snippet: Snippet } | { blockId: number } | null
  setWhat: (what: Dragged['what']) => void
}

/** What is being dragged over the mail: browsers say it only when it is dropped. */
export const useDragged = create<Dragged>((set) => ({
  what: null,
  setWhat: (what) => set({ what }),
}))
