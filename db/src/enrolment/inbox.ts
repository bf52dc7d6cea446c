import type { Tx } from '../connection/scope'

/** An event that an enrolment listens for, waiting for its burst. */
export interface InboxItem {
  eventId: string
  /** What it was listened for: the event's name, `visit`, `field:…`, `consent:…`. */
  key: string
  name: string
  at: Date
  properties: Record<string, unknown>
}

/** What lies in the inbox, in the order of arrival. */
export const readInbox = async (tx: Tx, enrolmentId: string): Promise<InboxItem[]> => tx.sql<
  InboxItem[]
>`
  select event_id as "eventId", key, name, at, properties from enrolment_inbox
  where workspace_id = ${tx.workspaceId} and enrolment_id = ${enrolmentId} order by seq`

/** Takes the inbox away, in the transaction that writes what it caused. */
export const emptyInbox = async (tx: Tx, enrolmentId: string): Promise<void> =>
  void (await tx.sql`
    delete from enrolment_inbox where workspace_id = ${tx.workspaceId} and enrolment_id = ${enrolmentId}`)

/**
 * Puts an event into the inbox of each of the contact's enrolments that listens for one of its keys,
 * and wakes them.
 */
export async function deliverToListeners(
  tx: Tx,
  contactId: string,
  event: { id: string; name: string; at: Date; properties: Record<string, unknown> },
  keys: string[],
): Promise<void> {
  await tx.sql`
    with listening as (
      select e.id, key from enrolments e cross join unnest(${keys}::text[]) as key
      where e.workspace_id = ${tx.workspaceId} and e.contact_id = ${contactId} and e.state <> 'ended'
        and e.listens && array[key]
    ), delivered as (
      insert into enrolment_inbox (workspace_id, enrolment_id, event_id, key, name, at, properties)
      select ${tx.workspaceId}, id, ${event.id}, key, ${event.name}, ${event.at}, ${JSON.stringify(event.properties)}
      from listening
      on conflict do nothing
    )
    insert into outbox (workspace_id, enrolment_id)
    select distinct ${tx.workspaceId}::uuid, id from listening`
}
