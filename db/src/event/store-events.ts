import type { StoredEvent } from '@relance/core/event/event'
import type { Tx } from '../connection/scope'

export interface EventToStore extends Omit<StoredEvent, 'contactId' | 'receivedAt' | 'source'> {
  contactId: string
  joins: string[]
}

/**
 * Appends events, their keys and their names, and queues them for react, in one statement.
 * @returns how many were new
 */
export async function storeEvents(
  tx: Tx,
  events: EventToStore[],
  { source, receivedAt, queue = true }: { source: string; receivedAt: Date; queue?: boolean },
): Promise<number> {
  if (events.length === 0) return 0
  const [row] = await tx.sql<{ taken: number }[]>`
    with incoming as materialized (
      select * from json_to_recordset(${JSON.stringify(events)}::json) as e(
        id uuid, "messageId" text, "contactId" uuid, joins uuid[], "anonymousId" text, type text, name text,
        properties jsonb, context jsonb, at timestamptz, warnings jsonb)
    ), fresh as (
      insert into event_keys (workspace_id, message_id, event_id)
      select ${tx.workspaceId}, "messageId", id from incoming order by "messageId"
      on conflict do nothing returning event_id
    ), stored as (
      insert into events (workspace_id, id, message_id, contact_id, joins, anonymous_id, type, name,
        properties, context, at, received_at, source, warnings)
      select ${tx.workspaceId}, id, "messageId", "contactId", joins, "anonymousId", type, name,
        properties, context, at, ${receivedAt}, ${source}, warnings
      from incoming join fresh on fresh.event_id = id order by id
    ), named as (
      insert into event_names (workspace_id, name)
      select distinct ${tx.workspaceId}::uuid, name from incoming order by name
      on conflict do nothing
    ), queued as (
      insert into event_queue (workspace_id, event_id, contact_id)
      select ${tx.workspaceId}, id, "contactId" from incoming join fresh on fresh.event_id = id
      where ${queue} order by id
      returning 1
    )
    select (select count(*) from fresh) as taken,
      case when exists (select 1 from queued) then pg_notify('work', 'react') end as rung`
  return Number(row?.taken ?? 0)
}
