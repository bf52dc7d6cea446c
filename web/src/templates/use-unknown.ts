import { useQuery } from '@tanstack/react-query'
import { brandQuery } from '../api/brand'
import { workspaceQuery } from '../api/workspace'
import { useWorkspace } from '../app/use-workspace'
import { useTemplate } from './use-template'

/** What a scenario is asked for before it begins, each on the page that opens it. */
export type Asked = 'sender' | 'look' | 'events'

/** What the workspace has not said yet of all that a template needs; undefined until that is known. */
export function useUnknown(templateKey: string): Asked[] | undefined {
  const workspaceId = useWorkspace()?.id
  const { data: workspace } = useQuery({
    ...workspaceQuery(workspaceId ?? ''),
    enabled: workspaceId !== undefined,
  })
  const { data: brand } = useQuery(brandQuery())
  const { template } = useTemplate(templateKey)
  if (!workspace || !brand || !template) return undefined
  const unknown: Asked[] = []
  if (!workspace.sender?.address) unknown.push('sender')
  if (!brand.companyName) unknown.push('look')
  if (template.needs.events.some((event) => !template.ready[event])) unknown.push('events')
  return unknown
}
