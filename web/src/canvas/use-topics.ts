import type { Topic } from '@relance/core/preference/preference-settings'
import { useQuery } from '@tanstack/react-query'
import { workspaceQuery } from '../api/workspace'
import { useWorkspace } from '../app/use-workspace'

/** The topics of the workspace; none while they are not known. */
export function useTopics(): Topic[] {
  const workspace = useWorkspace()
  const { data } = useQuery({
    ...workspaceQuery(workspace?.id ?? ''),
    enabled: workspace !== null,
  })
  return data?.preferences?.topics ?? []
}
