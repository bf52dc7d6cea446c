import type { Tx } from '../connection/scope'

/** Contacts with events to react to, whoever has joined into whom; whoever has waited longest first. */
export async function contactsQueued(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.sql<{ contactId: string }[]>`
    select coalesce(c.merged_into, c.id) as "contactId" from event_queue q
    join contacts c on c.workspace_id = q.workspace_id and c.id = q.contact_id
    where q.workspace_id = ${tx.workspaceId} and q.state = 'waiting'
    group by 1 order by min(q.seq) limit ${limit}`
  return rows.map(({ contactId }) => contactId)
}

/** Which of some contacts have events to react to, those of contacts joined into them included. */
export async function queuedAmong(tx: Tx, contactIds: string[]): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    select distinct c.id from event_queue q
    join contacts k on k.workspace_id = q.workspace_id and k.id = q.contact_id
    join contacts c on c.workspace_id = q.workspace_id and c.id = coalesce(k.merged_into, k.id)
    where q.workspace_id = ${tx.workspaceId} and q.state = 'waiting' and c.id = any(${contactIds}::uuid[])`
  return rows.map(({ id }) => id)
}
