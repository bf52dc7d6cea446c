import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

export interface PeopleAtNode {
  nodeId: string
  people: number
  /** When the first and the last of them came to the step, and when what started their runs happened. */
  here: { first: Date; last: Date }
  anchor: { first: Date; last: Date }
}

/** How many people are inside a flow at each node, all versions together, and since when. */
export const peopleByNode = (scope: Scope | Tx, flowId: string): Promise<PeopleAtNode[]> =>
  inTransaction(scope, async (tx) => {
    const rows = await tx.sql<
      { nodeId: string; people: number; cameFirst: Date; cameLast: Date; first: Date; last: Date }[]
    >`
      select node_id as "nodeId", count(*)::int as people, min(entered_node_at) as "cameFirst",
        max(entered_node_at) as "cameLast", min(anchor_at) as first, max(anchor_at) as last from enrolments
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state <> 'ended'
      group by node_id order by node_id`
    return rows.map(({ nodeId, people, cameFirst, cameLast, first, last }) => ({
      nodeId,
      people,
      here: { first: cameFirst, last: cameLast },
      anchor: { first, last },
    }))
  })
