import type { Tx } from '../connection/scope'

/** Contacts with events to react to, whoever has waited longest first. */
export async function contactsQueued(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.sql<{ contactId: string }[]>`
    select contact_id as "contactId" from event_queue
    where workspace_id = ${tx.workspaceId} and state = 'waiting'
    group by contact_id order by min(seq) limit ${limit}`
  return rows.map(({ contactId }) => contactId)
}
