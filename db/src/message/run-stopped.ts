import type { Tx } from '../connection/scope'

/**
 * SQL: whether the run `e` of a message has ended in a way that stops what is not sent yet. A drawn End lets out what
 * was queued before it, also where it counts as the goal.
 */
export const runStopped = ({ sql }: Tx) => sql`
  e.state = 'ended' and case e.end_reason when 'end' then false when 'goal' then not exists (
    select 1 from flow_versions d where d.workspace_id = e.workspace_id and d.flow_id = e.flow_id
      and d.version = e.version and d.plan #>> array['nodes', e.node_id, 'type'] = 'end') else true end`
