import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'

/** A fact of our own about a contact: a mail delivered, bounced. */
export interface OwnEvent {
  contactId: string
  name: string
  properties: Record<string, unknown>
  at: Date
}

/**
 * Stores an event of ours like any other. It is queued for reaction only where somebody could react: an enrolment
 * of the contact listens for it, or a live flow starts with it. `always` queues it whatever the case.
 */
export async function recordEvent(tx: Tx, event: OwnEvent, { always = false } = {}): Promise<void> {
  const id = newId()
  await tx.sql`
    with stored as (
      insert into events (workspace_id, id, message_id, contact_id, type, name, properties, at, received_at, source)
      values (${tx.workspaceId}, ${id}, ${`relance-${id}`}, ${event.contactId}, 'track', ${event.name},
        ${JSON.stringify(event.properties)}, ${event.at}, clock_timestamp(), 'relance')
      returning id, contact_id, name
    ), named as (
      insert into event_names (workspace_id, name) values (${tx.workspaceId}, ${event.name}) on conflict do nothing
    )
    insert into event_queue (workspace_id, event_id, contact_id)
    select ${tx.workspaceId}, s.id, s.contact_id from stored s
    where ${always} or exists (
        select 1 from enrolments e where e.workspace_id = ${tx.workspaceId} and e.contact_id = s.contact_id
          and e.state <> 'ended' and e.listens && array[s.name])
      or exists (
        select 1 from flows f join flow_versions v
          on v.workspace_id = f.workspace_id and v.flow_id = f.id and v.version = f.live_version
        where f.workspace_id = ${tx.workspaceId} and f.status = 'live'
          and v.plan #>> array['nodes', v.plan ->> 'entry', 'config', 'event'] = s.name)`
}
