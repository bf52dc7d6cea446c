import { useQuery } from '@tanstack/react-query'
import type { Workspace } from '../api/types'
import { meQuery } from '../api/workspace'
import { useWorkspaceStore } from '../api/workspace-store'

/** The workspace being looked at: the one chosen, else the first the person belongs to. */
export function useWorkspace(): Workspace | null {
  const { data } = useQuery(meQuery())
  const chosen = useWorkspaceStore((state) => state.workspaceId)
  return (
    data?.workspaces.find((workspace) => workspace.id === chosen) ?? data?.workspaces[0] ?? null
  )
}

/** Whether the person draws there: makes and changes scenarios, segments and mails, and brings data in. Viewers only look. */
export const mayDrawIn = (workspace: Workspace | null): boolean =>
  workspace !== null && workspace.role !== 'viewer'

/** Whether the person publishes there, which opens what only publishers see. */
export const mayPublishIn = (workspace: Workspace | null): boolean =>
  workspace?.role === 'publisher' || workspace?.role === 'owner'
