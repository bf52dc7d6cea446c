import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** How many people are inside a flow at each node, all versions together. */
export const peopleByNode = (
  scope: Scope | Tx,
  flowId: string,
): Promise<{ nodeId: string; people: number }[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<{ nodeId: string; people: number }[]>`
      select node_id as "nodeId", count(*)::int as people from enrolments
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state <> 'ended'
      group by node_id order by node_id`,
  )
