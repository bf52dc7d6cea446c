import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** Which profile fields are filled for at least one contact, by the name rules give them. */
export const someoneHas = (scope: Scope): Promise<string[]> =>
  inTransaction(scope, async (tx) => {
    const known = (column: string) =>
      tx.sql`exists (select 1 from contacts where workspace_id = ${tx.workspaceId} and ${tx.sql(column)} is not null)`
    const [row] = await tx.sql<Record<string, boolean>[]>`
      select ${known('email_normal')} as email, ${known('phone')} as phone, ${known('first_name')} as "firstName",
        ${known('last_name')} as "lastName", ${known('birthday')} as birthday`
    return Object.entries(row ?? {}).flatMap(([field, has]) => (has ? [field] : []))
  })
