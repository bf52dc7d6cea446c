import type { Tx } from '../connection/scope'
import type { Moved } from './note-merge'

/**
 * Runs go back to whom they were, under the keys they had entered by, with their messages and their trace. What lies
 * in an inbox and happened to the other is taken out.
 */
export async function giveBackEnrolments(
  { sql, workspaceId }: Tx,
  { fromId, intoId, moved }: { fromId: string; intoId: string; moved: Moved },
): Promise<void> {
  const ids = moved.enrolments.map(({ id }) => id)
  await sql`
    select id from enrolments where workspace_id = ${workspaceId} and contact_id = any(${[fromId, intoId]}::uuid[])
    order by id for update`
  await sql`
    update enrolments set contact_id = ${fromId}
    where workspace_id = ${workspaceId} and contact_id = ${intoId} and id = any(${ids}::uuid[])`
  // After the others have gone, nobody else has the key.
  await sql`
    update enrolments e set entry_key = k.key
    from json_to_recordset(${JSON.stringify([...moved.enrolments, ...moved.ownEnrolments])}::json) as k(id uuid, key text)
    where e.workspace_id = ${workspaceId} and e.id = k.id and e.entry_key <> k.key
      and not exists (select 1 from enrolments o where o.workspace_id = e.workspace_id and o.flow_id = e.flow_id
        and o.contact_id = e.contact_id and o.entry_key = k.key)`
  await sql`
    with told as (
      update trace set contact_id = ${fromId} where workspace_id = ${workspaceId} and contact_id = ${intoId}
        and (enrolment_id = any(${ids}::uuid[]) or id = any(${moved.trace}::uuid[]))
    ), sent as (
      update messages set contact_id = ${fromId} where workspace_id = ${workspaceId} and contact_id = ${intoId}
        and (enrolment_id = any(${ids}::uuid[]) or id = any(${moved.messages}::uuid[]))
    ), codes as (
      update coupons set contact_id = ${fromId} where workspace_id = ${workspaceId} and contact_id = ${intoId}
        and (code = any(${moved.coupons}::text[]) or message_key in (
          select key from messages where workspace_id = ${workspaceId} and enrolment_id = any(${ids}::uuid[])))
    )
    delete from enrolment_inbox b using enrolments e
    where b.workspace_id = ${workspaceId} and e.workspace_id = b.workspace_id and e.id = b.enrolment_id
      and e.contact_id = any(${[fromId, intoId]}::uuid[])
      and (e.contact_id = ${fromId}) <> (b.event_id = any(${moved.events}::uuid[]))`
}
