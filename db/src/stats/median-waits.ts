import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'
import { getFlow } from '../flow/get-flow'

/** Waits of more people than this would tell nothing else. */
const LATEST_PEOPLE = 5_000

/**
 * How long people have waited at each step: the median in whole seconds, from when they began to wait to when they went
 * on, over the latest 5,000 who entered, all versions together. Steps where nobody has gone on yet are left out.
 */
export const medianWaits = (scope: Scope, flowId: string): Promise<Record<string, number>> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    await getFlow(tx, flowId)
    await planAfresh(tx)
    const rows = await sql<{ nodeId: string; seconds: number }[]>`
      with latest as (
        select id from enrolments where workspace_id = ${workspaceId} and flow_id = ${flowId}
        order by id desc limit ${LATEST_PEOPLE}),
      waits as (
        select t.node_id, t.enrolment_id, t.visit, min(t.at) filter (where t.kind = 'waiting') as began,
          max(t.at) filter (where t.kind = 'left') as left_at
        from trace t join latest l on l.id = t.enrolment_id
        where t.workspace_id = ${workspaceId} and t.node_id is not null and t.kind in ('waiting', 'left')
        group by t.node_id, t.enrolment_id, t.visit)
      select node_id as "nodeId", round(percentile_cont(0.5) within group (
        order by extract(epoch from left_at - began)))::int as seconds
      from waits where began is not null and left_at is not null group by node_id`
    return Object.fromEntries(rows.map(({ nodeId, seconds }) => [nodeId, seconds]))
  })
