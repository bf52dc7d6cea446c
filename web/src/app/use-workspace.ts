import { useQuery } from '@tanstack/react-query'
import { useWorkspaceStore } from '../api/workspace-store'
import { meQuery } from '../api/workspace'
import type { Workspace } from '../api/types'

/** The workspace being looked at: the one chosen, else the first the person belongs to. */
export function useWorkspace(): Workspace | null {
  const { data } = useQuery(meQuery())
  const chosen = useWorkspaceStore((state) => state.workspaceId)
  return data?.workspaces.find((workspace) => workspace.id === chosen) ?? data?.workspaces[0] ?? null
}
