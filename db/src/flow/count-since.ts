import type { Tx } from '../connection/scope'

/** How many people inside a flow came to a node (`here`), or had what started their run (`anchor`), by an instant. */
export async function countSince(
  tx: Tx,
  {
    flowId,
    nodeId,
    from,
    by,
  }: { flowId: string; nodeId: string; from: 'here' | 'anchor'; by: Date },
): Promise<number> {
  const instant = from === 'here' ? tx.sql`entered_node_at` : tx.sql`anchor_at`
  const [row] = await tx.sql<{ people: number }[]>`
    select count(*)::int as people from enrolments
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state <> 'ended' and node_id = ${nodeId}
      and ${instant} <= ${by}`
  return row?.people ?? 0
}
