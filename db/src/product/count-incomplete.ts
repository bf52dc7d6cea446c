import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'

/** How many of the products lack something that mails could show with it, and how many there are. */
export const countIncomplete = (scope: Scope): Promise<{ complements: number; of: number }> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const [row] = await tx.sql<{ complements: number; of: number }[]>`
      select count(*) filter (where complements = '{}')::int as complements, count(*)::int as of
      from products where workspace_id = ${tx.workspaceId}`
    return row ?? { complements: 0, of: 0 }
  })
