import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** How many people a failing step has stopped, over all scenarios. */
export const countAttention = (scope: Scope | Tx): Promise<number> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from enrolments where workspace_id = ${workspaceId} and state = 'attention'`
    return row?.count ?? 0
  })
