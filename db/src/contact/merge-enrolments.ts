import type { Tx } from '../connection/scope'
import { closeEnded, type EndedRun, endedColumns } from '../enrolment/close-ended'

/**
 * Moves enrolments and messages to the survivor. Of two live runs in one flow with equal keys the earlier entered
 * goes on, the other ends as `merged` and its queued messages are refused. What happened to the one that the
 * other's runs listened for is laid into their inboxes.
 */
export async function mergeEnrolments(
  tx: Tx,
  { fromId, intoId, now }: { fromId: string; intoId: string; now: Date },
): Promise<void> {
  const held = await tx.sql<{ id: string }[]>`
    select id from enrolments where workspace_id = ${tx.workspaceId} and contact_id = any(${[fromId, intoId]}::uuid[])
    order by id for update`
  if (held.length > 0) {
    await endDoubles(tx, { fromId, intoId, now })
    await shareEvents(tx, fromId, intoId)
    await moveEnrolments(tx, fromId, intoId)
    await askExitsAgain(tx, intoId, now)
  }
  await tx.sql`update messages set contact_id = ${intoId} where workspace_id = ${tx.workspaceId} and contact_id = ${fromId}`
}

async function endDoubles(
  tx: Tx,
  { fromId, intoId, now }: { fromId: string; intoId: string; now: Date },
) {
  const { sql, workspaceId } = tx
  const ended = await sql<EndedRun[]>`
    update enrolments set ${endedColumns(tx, now)}, end_reason = 'merged'
    where workspace_id = ${workspaceId} and id in (
      select case when (a.entered_at, a.id) <= (b.entered_at, b.id) then b.id else a.id end
      from enrolments a join enrolments b using (workspace_id, flow_id, entry_key)
      where a.workspace_id = ${workspaceId} and a.contact_id = ${fromId} and b.contact_id = ${intoId}
        and a.state <> 'ended' and b.state <> 'ended')
    returning id, flow_id as "flowId", bursts, node_id as "nodeId", visit`
  await closeEnded(tx, ended, { code: 'merged', contactId: intoId, now })
}

/**
 * Events of one that runs of the other listen for, from the trigger's instant on: a goal counts from there. The first
 * page of a visit is listened for as `visit`.
 */
const shareEvents = ({ sql, workspaceId }: Tx, fromId: string, intoId: string) => sql`
  with heard as (
    select r.id as enrolment_id, e.id as event_id, k.key, e.name, e.at, e.properties
    from enrolments r
    join events e on e.workspace_id = r.workspace_id
      and e.contact_id = case when r.contact_id = ${fromId}::uuid then ${intoId}::uuid else ${fromId}::uuid end
      and (e.name = any(r.listens) or e.name = 'page' and 'visit' = any(r.listens))
      and e.at >= least(r.entered_at, r.anchor_at)
    cross join lateral (
      select e.name as key
      union all
      select 'visit' where e.name = 'page' and exists (select 1 from web_sessions w
        where w.workspace_id = e.workspace_id and w.contact_id = e.contact_id and w.started_at = e.at)) k
    where r.workspace_id = ${workspaceId} and r.contact_id = any(${[fromId, intoId]}::uuid[]) and r.state <> 'ended'
      and k.key = any(r.listens)
      and not exists (select 1 from event_queue q
        where q.workspace_id = e.workspace_id and q.contact_id = e.contact_id and q.event_id = e.id)
  ), delivered as (
    insert into enrolment_inbox (workspace_id, enrolment_id, event_id, key, name, at, properties)
    select ${workspaceId}, enrolment_id, event_id, key, name, at, properties from heard order by at
    on conflict do nothing
  )
  insert into outbox (workspace_id, enrolment_id) select distinct ${workspaceId}::uuid, enrolment_id from heard`

/** Somebody's past has changed as a whole: what takes them out of a run is asked again, at once. */
export const askExitsAgain = ({ sql, workspaceId }: Tx, contactId: string, now: Date) => sql`
  with open as (
    update enrolments set exit_due_at = ${now}
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and state <> 'ended' returning id
  )
  insert into outbox (workspace_id, enrolment_id) select ${workspaceId}::uuid, id from open`

/** A key the survivor has used already is kept apart: it says that the flow was entered twice. */
async function moveEnrolments({ sql, workspaceId }: Tx, fromId: string, intoId: string) {
  const aside = sql`entry_key = entry_key || ' merged:' || id`
  // Of two with one key the live one keeps it; of two ended ones the one that moves.
  await sql`
    update enrolments b set ${aside}
    where workspace_id = ${workspaceId} and contact_id = ${intoId} and state = 'ended' and exists (
      select 1 from enrolments a where a.workspace_id = b.workspace_id and a.flow_id = b.flow_id
        and a.contact_id = ${fromId} and a.entry_key = b.entry_key)`
  await sql`
    update enrolments a set ${aside}
    where workspace_id = ${workspaceId} and contact_id = ${fromId} and exists (
      select 1 from enrolments b where b.workspace_id = a.workspace_id and b.flow_id = a.flow_id
        and b.contact_id = ${intoId} and b.entry_key = a.entry_key)`
  await sql`update enrolments set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}`
}
