import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** An event that could not be applied, whatever was tried. */
export interface SetAsideEvent {
  eventId: string
  name: string
  contactId: string
  storedAt: Date
  /** The reason in the machine's own words. */
  error: string | null
}

/** Events that were set aside, the latest first, and how many there are in all. */
export const listSetAside = (
  scope: Scope | Tx,
  limit: number,
): Promise<{ count: number; items: SetAsideEvent[] }> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [total] = await sql<{ count: number }[]>`
      select count(*)::int as count from event_queue where workspace_id = ${workspaceId} and state = 'failed'`
    const items = await sql<SetAsideEvent[]>`
      select q.event_id as "eventId", e.name, coalesce(c.merged_into, c.id) as "contactId", q.stored_at as "storedAt",
        q.error
      from event_queue q
      join contacts c on c.workspace_id = q.workspace_id and c.id = q.contact_id
      join events e on e.workspace_id = q.workspace_id and e.id = q.event_id
      where q.workspace_id = ${workspaceId} and q.state = 'failed' order by q.seq desc limit ${limit}`
    return { count: total?.count ?? 0, items: [...items] }
  })
