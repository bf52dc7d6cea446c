import { create } from 'zustand'

const KEY = 'relance.workspace'

/** The workspace being looked at, kept in this browser. */
export const useWorkspaceStore = create<{
  workspaceId: string | null
  choose: (id: string) => void
}>((set) => ({
  workspaceId: localStorage.getItem(KEY),
  choose: (id) => {
    localStorage.setItem(KEY, id)
    set({ workspaceId: id })
  },
}))

export const readWorkspaceId = () => useWorkspaceStore.getState().workspaceId
