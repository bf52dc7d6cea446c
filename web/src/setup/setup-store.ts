import { create } from 'zustand'

const KEY = 'relance.setup'

/** What somebody chose to leave out, by workspace; kept in this browser. */
type Skipped = Readonly<Record<string, readonly string[]>>

const read = (): Skipped => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    // Written by hand or cut off: as if nothing had been left out.
    return {}
  }
}

export const useSetupStore = create<{
  skipped: Skipped
  skip: (workspaceId: string, item: string) => void
}>((set, get) => ({
  skipped: read(),
  skip: (workspaceId, item) => {
    const { skipped } = get()
    const next = { ...skipped, [workspaceId]: [...(skipped[workspaceId] ?? []), item] }
    localStorage.setItem(KEY, JSON.stringify(next))
    set({ skipped: next })
  },
}))
