import type { Tx } from '../connection/scope'
import type { Resolution } from './resolve-subjects'

/**
 * Makes the contacts a batch speaks of for the first time, and ties the names to them. Somebody new may be in a
 * segment by what they have not done: they are asked.
 */
export async function writeSubjects(tx: Tx, { contacts, identities }: Resolution): Promise<void> {
  if (contacts.length === 0 && identities.length === 0) return
  // The last owner of a name within a batch is the one that stays.
  const names = [
    ...new Map(
      identities.map((identity) => [`${identity.kind}:${identity.value}`, identity]),
    ).values(),
  ]
  await tx.sql`
    with fresh as (
      insert into contacts (workspace_id, id, external_id, created_at, updated_at)
      select ${tx.workspaceId}, id, "externalId", "createdAt", "createdAt"
      from json_to_recordset(${JSON.stringify(contacts)}::json) as c(id uuid, "externalId" text, "createdAt" timestamptz)
    ), state as (
      insert into contact_state (workspace_id, contact_id, created_at)
      select ${tx.workspaceId}, id, "createdAt"
      from json_to_recordset(${JSON.stringify(contacts)}::json) as c(id uuid, "createdAt" timestamptz)
    ), placed as (
      insert into segment_checks (workspace_id, contact_id, key)
      select ${tx.workspaceId}, id, '*' from json_to_recordset(${JSON.stringify(contacts)}::json) as c(id uuid)
      where exists (select 1 from segments where workspace_id = ${tx.workspaceId} and archived_at is null)
    )
    insert into identities (workspace_id, kind, value, contact_id, tied_at, tied_by)
    select ${tx.workspaceId}, kind, value, "contactId", "tiedAt", "tiedBy"
    from json_to_recordset(${JSON.stringify(names)}::json)
      as n(kind text, value text, "contactId" uuid, "tiedAt" timestamptz, "tiedBy" text)
    order by kind, value
    on conflict (workspace_id, kind, value) do update
      set contact_id = excluded.contact_id, tied_at = excluded.tied_at, tied_by = excluded.tied_by`
}
