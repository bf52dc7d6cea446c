import type { SentenceNames } from '@relance/core/node/definition'
import { createContext, type RefObject, use, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { FigureRange } from '../api/figure-range'
import type { Flow } from '../api/types'
import type { DraftContent } from './document/draft-content'
import type { DraftDocument } from './document/draft-document'
import type { SaveState, Saving } from './link/save-state'
import type { SaveStore } from './link/save-store'
import type { PresenceStore } from './presence/presence-store'
import type { CanvasState, CanvasStore } from './store/canvas-store'

/** One opened scenario. It stays the same while somebody draws: what changes with an act lies in the stores it names. */
export interface CanvasSession {
  flow: Flow
  document: DraftDocument
  store: CanvasStore
  /** Of other steps it says what they are called when asked; see `useSentenceNames`. */
  names: SentenceNames
  /** The Live tab looks at a published version: nothing can be changed. */
  readOnly: boolean
  /** Figures are shown: the scenario has been published. */
  hasFigures: boolean
  /** Whose figures they are. */
  range: FigureRange
  /** The published version that is drawn; null: the draft. */
  drawn: number | null
  autosave: RefObject<Saving | null>
  saveStore: SaveStore
  /** When it was opened, this browser held acts that the server did not. */
  isAhead: boolean
  /** Who else has it open, and where they are. */
  presence: PresenceStore
}

export const CanvasContext = createContext<CanvasSession | null>(null)

/** The scenario being looked at. */
export function useSession(): CanvasSession {
  const session = use(CanvasContext)
  if (!session) throw new Error('Only inside a scenario.')
  return session
}

/** View state: selection, panels, picker. Select narrowly: every change asks every selector. */
export function useCanvas<Slice>(selector: (state: CanvasState) => Slice): Slice {
  return useStore(useSession().store, selector)
}

/** Whether what is drawn is stored. */
export function useSaveState(): SaveState {
  return useStore(useSession().saveStore)
}

/** What is drawn. The selector must answer a part of the content itself, so that an equal answer is the same one. */
export function useContent<Part>(selector: (content: DraftContent) => Part): Part {
  const { document } = useSession()
  return useSyncExternalStore(document.subscribe, () => selector(document.content))
}
