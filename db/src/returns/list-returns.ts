import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** An inactive customer with their chance of return. */
export interface ListedReturn {
  id: string
  externalId: string | null
  email: string | null
  firstName: string | null
  lastName: string | null
  rank: number
  chance: number
  recency: number
  frequency: number
  lastOrderAt: Date | null
}

/** The inactive, the most likely to return first; `cursor` is the last rank of the page before. */
export const listReturns = (
  scope: Scope | Tx,
  { cursor = null, limit = 50 }: { cursor?: number | null; limit?: number },
): Promise<{ items: ListedReturn[]; next: string | null }> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const items = await sql<ListedReturn[]>`
      select c.id, c.external_id as "externalId", c.email, c.first_name as "firstName", c.last_name as "lastName",
        r.rank, r.chance, r.recency, r.frequency, s.last_order_at as "lastOrderAt"
      from contact_returns r join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
      join contact_state s on s.workspace_id = r.workspace_id and s.contact_id = r.contact_id
      where r.workspace_id = ${workspaceId} and r.rank > ${cursor ?? 0} and c.merged_into is null
      order by r.rank limit ${limit}`
    const last = items.at(-1)
    return { items: [...items], next: last && items.length === limit ? String(last.rank) : null }
  })

/** When the list was made, and how many are in it; null: never. */
export const returnsMade = (scope: Scope | Tx): Promise<{ asOf: Date; ranked: number } | null> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [row] = await sql<{ asOf: Date | null; ranked: number }[]>`
      select max(as_of) as "asOf", count(rank)::int as ranked from contact_returns where workspace_id = ${workspaceId}`
    return row?.asOf ? { asOf: row.asOf, ranked: row.ranked } : null
  })
