import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'

interface Lacking {
  email: number
  birthday: number
  of: number
}

/** How many known customers lack an email address, or a birthday, and how many there are; visitors nobody has named yet are left out. */
export const countLacking = (scope: Scope): Promise<Lacking> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const [row] = await tx.sql<Lacking[]>`
      select count(*) filter (where email_normal is null)::int as email,
        count(*) filter (where birthday is null)::int as birthday, count(*)::int as of
      from contacts where workspace_id = ${tx.workspaceId} and merged_into is null
        and (email_normal is not null or external_id is not null)`
    return row ?? { email: 0, birthday: 0, of: 0 }
  })
