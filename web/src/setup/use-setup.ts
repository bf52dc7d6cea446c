import { useQuery } from '@tanstack/react-query'
import { brandQuery } from '../api/brand'
import { flowsQuery } from '../api/flows'
import { eventNamesQuery, workspaceQuery } from '../api/workspace'
import { useWorkspace } from '../app/use-workspace'
import { useSetupStore } from './setup-store'

export const setupItems = ['shop', 'sender', 'look', 'data', 'scenario'] as const
export type SetupItem = (typeof setupItems)[number]
export type SetupState = 'done' | 'skipped' | 'open'

const NOTHING: readonly string[] = []

/** How far a workspace is set up: each of the five things; undefined until all are known. */
export function useSetup(): Record<SetupItem, SetupState> | undefined {
  const workspaceId = useWorkspace()?.id ?? ''
  const skipped = useSetupStore((state) => state.skipped[workspaceId] ?? NOTHING)
  const { data: workspace } = useQuery({
    ...workspaceQuery(workspaceId),
    enabled: workspaceId !== '',
  })
  const { data: brand } = useQuery(brandQuery())
  const { data: events } = useQuery({
    ...eventNamesQuery(),
    // The first may come at any moment, from a file or from the shop.
    refetchInterval: ({ state }) => (state.data?.items.length ? false : 5_000),
  })
  const { data: flows } = useQuery(flowsQuery())
  if (!workspace || !brand || !events || !flows) return undefined
  const stateOf = (item: SetupItem, isDone: boolean): SetupState =>
    isDone ? 'done' : skipped.includes(item) ? 'skipped' : 'open'
  return {
    shop: stateOf('shop', workspace.isNamed === true),
    sender: stateOf('sender', Boolean(workspace.sender?.address)),
    look: stateOf('look', Boolean(brand.companyName)),
    data: stateOf('data', events.items.length > 0),
    scenario: stateOf(
      'scenario',
      flows.items.some(({ version }) => version !== null),
    ),
  }
}
