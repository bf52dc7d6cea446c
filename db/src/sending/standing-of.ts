import type { Tx } from '../connection/scope'

/**
 * How a flow that sends to an audience at a set time stands: nothing of it has begun yet, it is under way, or nothing of
 * it is to come any more and nobody is inside.
 */
export type SendingStanding = 'to-come' | 'under-way' | 'over'

/** The standing of a flow `f` with its live version `v`, as an expression; null where a flow sends to no audience. */
export const standingOf = ({ sql }: Tx) => sql`
  case
    when not coalesce(v.graph, f.graph) -> 'nodes' @> '[{"type": "on-schedule"}]' then null
    when f.cancelled_at is not null or f.status = 'stopped' then 'over'
    when f.status not in ('live', 'paused') then 'to-come'
    when exists (select from enrolments e
        where e.workspace_id = f.workspace_id and e.flow_id = f.id and e.state <> 'ended')
      or exists (select from due_queue q join due_rules r on r.workspace_id = q.workspace_id and r.id = q.rule_id
        where r.workspace_id = f.workspace_id and r.flow_id = f.id and r.retired_at is null
          and (q.handled_at is null or q.outcome = 'paused')) then 'under-way'
    when not exists (select from schedules c where c.workspace_id = f.workspace_id and c.flow_id = f.id
      and c.retired_at is null and c.next_at is not null) then 'over'
    when exists (select from sendings s join due_rules r on r.workspace_id = s.workspace_id and r.id = s.rule_id
      where s.workspace_id = f.workspace_id and s.flow_id = f.id and r.retired_at is null) then 'under-way'
    else 'to-come'
  end`
