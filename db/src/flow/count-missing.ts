import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** Columns by the name rules give them; anything else is a trait. */
const COLUMNS: Readonly<Record<string, string>> = {
  externalId: 'external_id',
  email: 'email',
  phone: 'phone',
  firstName: 'first_name',
  lastName: 'last_name',
  locale: 'locale',
  timeZone: 'time_zone',
  birthday: 'birthday',
}
/** Computed ones are never complained of: they fill by themselves. */
const isTrait = (field: string) => field.startsWith('traits.')

/** How many customers with an address lack each of these fields; fields that are computed are left out. */
export const countMissing = (
  scope: Scope | Tx,
  fields: readonly string[],
): Promise<Record<string, number>> =>
  inTransaction(scope, async (tx) => {
    const asked = fields.filter((field) => isTrait(field) || Object.hasOwn(COLUMNS, field))
    if (asked.length === 0) return {}
    const counts = asked.map((field) => {
      const column = COLUMNS[field]
      const empty = column
        ? tx.sql`${tx.sql(column)} is null`
        : tx.sql`not traits ? ${field.slice('traits.'.length)}`
      return tx.sql`select ${field}::text as field, count(*) filter (where ${empty})::int as n from reached`
    })
    const all = counts.reduce((union, one) => tx.sql`${union} union all ${one}`)
    const rows = await tx.sql<{ field: string; n: number }[]>`
      with reached as (
        select * from contacts
        where workspace_id = ${tx.workspaceId} and merged_into is null and email_normal is not null)
      ${all}`
    return Object.fromEntries(rows.map(({ field, n }) => [field, n]))
  })
