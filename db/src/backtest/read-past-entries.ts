import type { FlowSettings } from '@relance/core/graph/settings'
import type { PastEntries } from '@relance/core/plan/compile-facts'
import type { PlanNode } from '@relance/core/plan/plan'
import type { Tx } from '../connection/scope'
import type { BacktestFigures } from './backtest'

interface Row {
  trigger: PlanNode
  reentry: FlowSettings['reentry']
  figures: BacktestFigures
  concerned: number
  total: number
}

/**
 * What the latest back-test of a flow found of its trigger, where it was worked out within a day. Where only some of the
 * people were looked at, the busiest hour is reckoned up to all of them.
 */
export async function readPastEntries(
  { sql, workspaceId }: Tx,
  flowId: string,
): Promise<PastEntries | null> {
  const [row] = await sql<Row[]>`
    select plan -> 'nodes' -> (plan ->> 'entry') as trigger, plan -> 'settings' -> 'reentry' as reentry, figures, concerned,
      cardinality(contact_ids) as total
    from backtests
    where workspace_id = ${workspaceId} and flow_id = ${flowId} and state = 'done' and node_id is null
      and computed_at > workspace_now(${workspaceId}) - interval '1 day'
    order by created_at desc limit 1`
  if (!row) return null
  const { trigger, reentry, figures, concerned, total } = row
  const most = Math.max(0, ...Object.values(figures.hours ?? {}))
  return {
    ...{
      trigger: { type: trigger.type, config: trigger.config },
      reentry,
      entered: figures.entered,
    },
    most: total > 0 ? Math.round((most * concerned) / total) : most,
  }
}
