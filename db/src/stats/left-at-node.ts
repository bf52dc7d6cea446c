import type { Tx } from '../connection/scope'

/**
 * Whether an ended enrolment `e` ended by walking onto its last node, an end of the drawing:
 * it passed there. Any other end took it away from the node it stood on: it left.
 */
export const endedByWalking = ({ sql }: Tx) => sql`
  exists (select 1 from flow_versions v where v.workspace_id = e.workspace_id and v.flow_id = e.flow_id
    and v.version = e.version and v.plan->'nodes'->e.node_id->>'type' = 'end')`

/** Whether an ended enrolment `e` was taken away from its last node without passing on. */
export const leftAtNode = (tx: Tx) => tx.sql`
  e.state = 'ended' and not ${endedByWalking(tx)} and not exists (
    select 1 from trace t where t.workspace_id = e.workspace_id and t.enrolment_id = e.id
      and t.node_id = e.node_id and t.visit = e.visit and t.kind = 'left')`
