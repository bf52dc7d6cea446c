import { create } from 'zustand'
import type { FigureAsked } from '../api/reports'

/** The list of a figure, by what it is of. */
export interface OpenList {
  asked: FigureAsked
  title: string
}

interface FigureLists {
  /** The list in front; null: none. */
  shown: OpenList | null
  open: (list: OpenList) => void
  close: () => void
}

/** Which figure's list is open: figures stand in tables, tiles and charts, and the list once on the page. */
export const useFigureLists = create<FigureLists>((set) => ({
  shown: null,
  open: (shown) => set({ shown }),
  close: () => set({ shown: null }),
}))
