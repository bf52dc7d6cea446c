import { newId } from '@relance/core/id/ids'
import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'

/** A fact of our own about a contact: a mail delivered, bounced. */
export interface OwnEvent {
  contactId: string
  name: string
  properties: Record<string, unknown>
  at: Date
  /** What else it may be listened for than its name: `segment:<id>`, `field:…`. */
  keys?: string[]
}

/**
 * Stores an event of ours like any other. It is queued for reaction only where somebody could react: an enrolment
 * of the contact listens for it or one of its keys, a live flow starts with it, or a segment looks at such events.
 * `always` queues it whatever the case.
 */
export const recordEvent = (tx: Tx, event: OwnEvent, { always = false } = {}): Promise<void> =>
  store(tx, { ...event, keys: [event.name, ...(event.keys ?? [])], id: newId(), always })

const store = batched<OwnEvent & { id: string; always: boolean }, void>(async (tx, events) => {
  await tx.sql`
    with told as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(id uuid, "contactId" uuid, name text,
        properties jsonb, at timestamptz, keys text[], always boolean)
    ), stored as (
      insert into events (workspace_id, id, message_id, contact_id, type, name, properties, at, received_at, source)
      select ${tx.workspaceId}, id, 'relance-' || id, "contactId", 'track', name, properties, at, clock_timestamp(),
        'relance' from told
    ), named as (
      insert into event_names (workspace_id, name)
      select distinct ${tx.workspaceId}::uuid, name from told on conflict do nothing
    ), starts as materialized (
      select case v.plan #>> array['nodes', v.plan ->> 'entry', 'type'] when 'on-score-drop' then 'Score Changed'
        else coalesce(v.plan #>> array['nodes', v.plan ->> 'entry', 'config', 'event'],
          'segment:' || (v.plan #>> array['nodes', v.plan ->> 'entry', 'config', 'segment'])) end as key
      from flows f join flow_versions v
        on v.workspace_id = f.workspace_id and v.flow_id = f.id and v.version = f.live_version
      where f.workspace_id = ${tx.workspaceId} and f.status = 'live'
    )
    insert into event_queue (workspace_id, event_id, contact_id)
    select ${tx.workspaceId}, t.id, t."contactId" from told t
    where t.always or exists (select 1 from starts where key = any(t.keys)) or exists (
        select 1 from enrolments e where e.workspace_id = ${tx.workspaceId} and e.contact_id = t."contactId"
          and e.state <> 'ended' and e.listens && t.keys)
      or exists (
        select 1 from segments g where g.workspace_id = ${tx.workspaceId} and g.archived_at is null
          and g.listens && t.keys)
    order by t.id`
  return events.map(() => undefined)
})
