import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

export interface EventName {
  name: string
  /** Over the last 30 days. */
  count: number
  lastAt: Date | null
}

/** The events ever received, with how often lately: a count over everything would read everything. */
export const listEventNames = (scope: Scope): Promise<EventName[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<EventName[]>`
      select n.name, coalesce(e.count, 0)::int as count, e.last as "lastAt"
      from event_names n
      left join (
        select name, count(*) as count, max(at) as last from events
        where workspace_id = ${tx.workspaceId} and stored_at > clock_timestamp() - interval '30 days' group by name
      ) e on e.name = n.name
      where n.workspace_id = ${tx.workspaceId} order by n.name`,
  )

/** The client's own contact fields ever received. */
export const listContactFields = (scope: Scope): Promise<{ field: string; kind: string }[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<{ field: string; kind: string }[]>`
      select field, kind from contact_fields where workspace_id = ${tx.workspaceId} order by field`,
  )
