import type { Tx } from '../connection/scope'
import { eventColumns, type QueuedEvent } from './queued-event'

/**
 * The waiting events of a contact in the order of arrival, those included that were queued for somebody
 * since joined into it. The caller holds the contact; the rows stay until `dropQueued`.
 */
export async function takeQueued(tx: Tx, contactId: string, limit = 500): Promise<QueuedEvent[]> {
  const events = await tx.sql<QueuedEvent[]>`
    select ${eventColumns(tx.sql)}, q.seq, q.failures
    from event_queue q join events e on e.workspace_id = q.workspace_id and e.id = q.event_id
    where q.workspace_id = ${tx.workspaceId} and q.state = 'waiting' and q.contact_id in (
      select ${contactId}::uuid union all
      select id from contacts where workspace_id = ${tx.workspaceId} and merged_into = ${contactId})
    order by q.seq limit ${limit}`
  const strays = events.filter((event) => event.contactId !== contactId)
  if (strays.length === 0) return [...events]
  // Stored for the other one while the two were being joined.
  const ids = strays.map(({ id }) => id)
  await tx.sql`
    with moved as (
      update events set contact_id = ${contactId} where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])
    )
    update event_queue set contact_id = ${contactId}
    where workspace_id = ${tx.workspaceId} and seq = any(${strays.map(({ seq }) => seq)}::bigint[])`
  return events.map((event) => ({ ...event, contactId }))
}
