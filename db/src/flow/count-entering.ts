import type { Plan } from '@relance/core/plan/plan'
import type { Rule } from '@relance/core/rule/rule'
import { getClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { crossings, type DueRule } from '../due/due-rule'
import { withWaits } from '../due/latency-line'
import { countAmong } from '../rule/count-among'

/**
 * How many people are past a trigger's line now and would be taken in: its filter holds for them, and re-entry
 * lets them. The intake asks the same again of each, under their lock.
 */
export async function countEntering(
  tx: Tx,
  line: Pick<DueRule, 'kind' | 'line'>,
  plan: Plan,
): Promise<number> {
  await planAfresh(tx)
  const clock = await getClock(tx)
  const rule = await withWaits(tx, line)
  const timeZone = plan.settings.timeZone ?? clock.timeZone
  const rows = await tx.sql<{ id: string }[]>`
    select distinct x.contact_id as id from (${crossings(tx, rule, timeZone, { after: null, until: clock.now })}) x
    where not exists (
      select 1 from enrolments e where e.workspace_id = ${tx.workspaceId} and e.flow_id = ${plan.flowId}
        and e.contact_id = x.contact_id and (e.state <> 'ended' or ${plan.settings.reentry.mode} = 'once'))`
  const filter = plan.nodes[plan.entry]?.config.filter as Rule | null | undefined
  if (!filter) return rows.length
  return countAmong(
    tx,
    rows.map(({ id }) => id),
    filter,
    { now: clock.now, timeZone },
  )
}
