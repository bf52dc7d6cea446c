import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'

/** How many known customers have no email address, and how many there are; visitors nobody has named yet are left out. */
export const countUnreachable = (scope: Scope): Promise<{ email: number; of: number }> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const [row] = await tx.sql<{ email: number; of: number }[]>`
      select count(*) filter (where email_normal is null)::int as email, count(*)::int as of
      from contacts where workspace_id = ${tx.workspaceId} and merged_into is null
        and (email_normal is not null or external_id is not null)`
    return row ?? { email: 0, of: 0 }
  })
