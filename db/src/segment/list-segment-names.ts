import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** Names of all segments by id, also of archived ones: history speaks of them. */
export const listSegmentNames = (scope: Scope | Tx): Promise<Map<string, string>> =>
  inTransaction(scope, async (tx) => {
    const rows = await tx.sql<{ id: string; name: string }[]>`
      select id, name from segments where workspace_id = ${tx.workspaceId}`
    return new Map(rows.map(({ id, name }) => [id, name]))
  })
