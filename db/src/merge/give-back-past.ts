import type { Tx } from '../connection/scope'
import type { Moved } from './note-merge'

/** Names, events and orders go back; a name that was tied to somebody else since stays with them. */
export const giveBackPast = async (
  { sql, workspaceId }: Tx,
  { fromId, intoId, moved }: { fromId: string; intoId: string; moved: Moved },
): Promise<void> =>
  void (await sql`
    with names as (
      update identities i set contact_id = ${fromId}
      from json_to_recordset(${JSON.stringify(moved.identities)}::json) as n(kind text, value text)
      where i.workspace_id = ${workspaceId} and i.contact_id = ${intoId} and i.kind = n.kind and i.value = n.value
    ), happened as (
      update events set contact_id = ${fromId}
      where workspace_id = ${workspaceId} and contact_id = ${intoId} and id = any(${moved.events}::uuid[])
    ), queued as (
      update event_queue set contact_id = ${fromId}
      where workspace_id = ${workspaceId} and contact_id = ${intoId} and event_id = any(${moved.events}::uuid[])
    ), choices as (
      update consent_log set contact_id = ${fromId}
      where workspace_id = ${workspaceId} and contact_id = ${intoId} and id = any(${moved.consentLog}::uuid[])
    )
    update orders set contact_id = ${fromId}
    where workspace_id = ${workspaceId} and contact_id = ${intoId} and order_id = any(${moved.orders}::text[])`)
