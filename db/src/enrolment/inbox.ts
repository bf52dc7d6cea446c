import { batched } from '../connection/batched'
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
export const readInbox = batched<string, InboxItem[]>(async (tx, enrolmentIds) => {
  const rows = await tx.sql<(InboxItem & { enrolmentId: string })[]>`
    select enrolment_id as "enrolmentId", event_id as "eventId", key, name, at, properties from enrolment_inbox
    where workspace_id = ${tx.workspaceId} and enrolment_id = any(${enrolmentIds}::uuid[]) order by seq`
  const byId = new Map<string, InboxItem[]>(enrolmentIds.map((id) => [id, []]))
  for (const { enrolmentId, ...item } of rows) byId.get(enrolmentId)?.push(item)
  return enrolmentIds.map((id) => byId.get(id) ?? [])
})

/** Takes the inbox away, in the transaction that writes what it caused. */
export const emptyInbox = batched<string, void>(async (tx, enrolmentIds) => {
  await tx.sql`
    delete from enrolment_inbox
    where workspace_id = ${tx.workspaceId} and enrolment_id = any(${enrolmentIds}::uuid[])`
  return enrolmentIds.map(() => undefined)
})

/** What has happened to a contact, as a waiting enrolment hears of it. */
export interface Heard {
  id: string
  name: string
  at: Date
  properties: Record<string, unknown>
}

/**
 * Puts an event into the inbox of each of the contact's enrolments that listens for one of its keys,
 * and wakes them.
 */
export const deliverToListeners = (
  tx: Tx,
  contactId: string,
  { id, name, at, properties }: Heard,
  keys: string[],
): Promise<void> => deliver(tx, { contactId, eventId: id, name, at, properties, keys })

const deliver = batched<Omit<InboxItem, 'key'> & { contactId: string; keys: string[] }, void>(
  async (tx, told) => {
    await tx.sql`
    with listening as materialized (
      select e.id, key, t."eventId", t.name, t.at, t.properties, t.n
      from rows from (jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as ("contactId" uuid, "eventId" uuid, name text,
        at timestamptz, properties jsonb, keys text[])) with ordinality
        as t("contactId", "eventId", name, at, properties, keys, n)
      join enrolments e on e.workspace_id = ${tx.workspaceId} and e.contact_id = t."contactId" and e.state <> 'ended'
      cross join unnest(t.keys) as key
      where e.listens && array[key]
    ), delivered as (
      insert into enrolment_inbox (workspace_id, enrolment_id, event_id, key, name, at, properties)
      select ${tx.workspaceId}, id, "eventId", key, name, at, properties from listening order by n
      on conflict do nothing
    )
    insert into outbox (workspace_id, enrolment_id)
    select distinct ${tx.workspaceId}::uuid, id from listening`
    return told.map(() => undefined)
  },
)
