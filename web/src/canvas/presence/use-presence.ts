import { useStore } from 'zustand'
import { useSession } from '../canvas-context'
import { type Other, otherAt, type Presence } from './presence-store'

/** A part of who else is here; select narrowly, as for the canvas. */
export function usePresence<Part>(selector: (presence: Presence) => Part): Part {
  return useStore(useSession().presence, selector)
}

/** Who else is at a step, if anybody. */
export const useOtherAt = (id: string): Other | undefined => usePresence(otherAt(id))
