import type { Tx } from '../connection/scope'
import { eventColumns, type QueuedEvent } from './queued-event'

/**
 * The waiting events of a contact in the order of arrival, those included that were queued for somebody
 * since joined into it. The caller holds the contact; the rows stay until `dropQueued`.
 */
export async function takeQueued(tx: Tx, contactId: string, limit = 500): Promise<QueuedEvent[]> {
  const events = await tx.sql<QueuedEvent[]>`
    select ${eventColumns(tx.sql)}, q.seq, q.failures
    from event_queue q join events e on ${isQueued(tx)}
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

/**
 * The same for many contacts at once, by contact; who has none is not among them. Where some were queued for
 * somebody since joined, `contactId` of those is another than the key: such a contact is to be taken singly.
 * @param limit of each contact
 */
export async function takeQueuedOf(
  tx: Tx,
  contactIds: string[],
  limit: number,
): Promise<Map<string, QueuedEvent[]>> {
  const rows = await tx.sql<(QueuedEvent & { owner: string })[]>`
    select o.owner, q.* from (
      select id as owner, id from unnest(${contactIds}::uuid[]) as id
      union all
      select merged_into, id from contacts
      where workspace_id = ${tx.workspaceId} and merged_into = any(${contactIds}::uuid[])
    ) o cross join lateral (
      select ${eventColumns(tx.sql)}, q.seq, q.failures
      from event_queue q join events e on ${isQueued(tx)}
      where q.workspace_id = ${tx.workspaceId} and q.state = 'waiting' and q.contact_id = o.id
      order by q.seq limit ${limit}
    ) q order by q.seq`
  const byOwner = new Map<string, QueuedEvent[]>()
  for (const { owner, ...event } of rows) {
    const others = byOwner.get(owner)
    if (others) others.push(event)
    else byOwner.set(owner, [event])
  }
  return byOwner
}

/** SQL: an event `e` is what a row `q` of the queue is of. Stored in one transaction: the hour spares a look into every other month. */
export const isQueued = ({ sql }: Tx) => sql`
  e.workspace_id = q.workspace_id and e.id = q.event_id
  and e.stored_at between q.stored_at - interval '1 hour' and q.stored_at + interval '1 hour'`
