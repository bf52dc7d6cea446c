import { costOfEmails } from '@relance/core/report/cost-of-emails'
import { useQuery } from '@tanstack/react-query'
import type { NodeCounts } from '../../api/backtest'
import { workspaceQuery } from '../../api/workspace'
import { useWorkspace } from '../../app/use-workspace'

/** One figure of all steps together. */
export const sumOf = (nodes: Record<string, NodeCounts>, figure: 'sent' | 'held'): number =>
  Object.values(nodes).reduce((sum, node) => sum + node[figure], 0)

/** What so many mails cost, in cents; null where the workspace does not say what they cost. */
export function useMailCost(): (mails: number) => number | null {
  const workspace = useWorkspace()
  const { data } = useQuery({
    ...workspaceQuery(workspace?.id ?? ''),
    enabled: workspace !== null,
  })
  return (mails) => costOfEmails(mails, data?.reports?.thousandEmailsCents ?? null)
}
