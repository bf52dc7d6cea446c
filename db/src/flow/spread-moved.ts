import type { Plan } from '@relance/core/plan/plan'
import { toldWait } from '@relance/core/plan/told-wait'
import { subtractFrom } from '@relance/core/time/add-to'
import type { Tx } from '../connection/scope'
import { dealt, shareOf } from './deal-out'

/** Over how long (ISO duration), counted from when, and by whose clock waits are reckoned. */
export interface Spread {
  over: string
  now: Date
  timeZone: string
}

/**
 * Of those who have just been moved to a plan, deals out whoever's wait is over by its terms: evenly over the while,
 * the longest overdue first. They are on the new version at once, and go on from their step at the instant dealt.
 */
export async function spreadMoved(
  tx: Tx,
  plan: Plan,
  { over, now, timeZone }: Spread,
): Promise<void> {
  const waits = Object.keys(plan.nodes).flatMap((nodeId) => {
    const wait = toldWait(plan, nodeId)
    return wait ? [{ nodeId, from: wait.from, by: subtractFrom(now, wait.length, timeZone) }] : []
  })
  await tx.sql`
    with waits as (
      select * from jsonb_to_recordset(${JSON.stringify(waits)}::jsonb)
        as w("nodeId" text, "from" text, by timestamptz)),
    over as (
      select e.id, w.by - case w."from" when 'anchor' then e.anchor_at else e.entered_node_at end as since
      from enrolments e join waits w on w."nodeId" = e.node_id
      where e.workspace_id = ${tx.workspaceId} and e.flow_id = ${plan.flowId} and e.state <> 'ended'
        and e.version = ${plan.version} and e.again = 'move'),
    late as (select id, ${shareOf(tx, tx.sql`since desc`)} as share from over where since >= interval '0')
    update enrolments e set again = 'move-spread', due_at = ${dealt(tx, now, over)}
    from late where e.workspace_id = ${tx.workspaceId} and e.id = late.id`
}
