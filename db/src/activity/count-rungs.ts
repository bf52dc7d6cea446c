import { type Rung, rungs } from '@relance/core/activity/ladder'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'

export interface RungCounts {
  asOf: Date
  /** People known by name, by rung. */
  rungs: Record<Rung, number>
}

/** How many people stand on each rung now. */
export const countRungs = (scope: Scope | Tx): Promise<RungCounts> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const { now } = await getClock(tx)
    const rows = await tx.sql<{ rung: Rung; people: number }[]>`
      with shop as materialized (
        select days_before(${now}, ladder_days(settings, 'at-risk'), time_zone) as at_risk,
          days_before(${now}, ladder_days(settings, 'dormant'), time_zone) as dormant,
          days_before(${now}, ladder_days(settings, 'lost'), time_zone) as lost
        from workspaces where id = ${tx.workspaceId}
      )
      select case when s.active_at > (select at_risk from shop) then 'active'
          when s.active_at > (select dormant from shop) then 'at-risk'
          when s.active_at > (select lost from shop) then 'dormant' else 'lost' end as rung, count(*)::int as people
      from contact_state s join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
      where s.workspace_id = ${tx.workspaceId} and c.merged_into is null
        and (c.external_id is not null or c.email is not null)
      group by 1`
    const counted = new Map(rows.map(({ rung, people }) => [rung, people]))
    const of = (rung: Rung) => counted.get(rung) ?? 0
    return {
      asOf: now,
      rungs: Object.fromEntries(rungs.map((rung) => [rung, of(rung)])) as Record<Rung, number>,
    }
  })
