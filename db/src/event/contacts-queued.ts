import type { Tx } from '../connection/scope'
import { isApart } from '../trouble/contacts-apart'

/**
 * Rows looked at for each contact wanted, until enough are found. One sender's flood fills the head of the queue: then
 * it is worth looking further, and in the end at all, so that it holds nobody up.
 */
const AHEAD = [2, 8, null] as const

/** Contacts with events to react to, whoever has joined into whom; whoever has waited longest first. Not those taken apart. */
export async function contactsQueued(tx: Tx, limit: number): Promise<string[]> {
  let found: string[] = []
  for (const times of AHEAD) {
    const ahead = times && limit * times
    const { contactIds, rows } = await firstContacts(tx, limit, ahead)
    found = contactIds
    if (ahead === null || rows < ahead || found.length >= limit / 2) break
  }
  return found
}

async function firstContacts(tx: Tx, limit: number, ahead: number | null) {
  const rows = await tx.sql<{ contactId: string; events: number; apart: boolean }[]>`
    select coalesce(c.merged_into, c.id) as "contactId", sum(q.events)::int as events,
      bool_or(${isApart(tx, tx.sql`q.contact_id`)}) as apart
    from (
      select contact_id, min(seq) as seq, count(*) as events from (
        select contact_id, seq from event_queue
        where workspace_id = ${tx.workspaceId} and state = 'waiting' order by seq limit ${ahead}
      ) head group by contact_id
    ) q join contacts c on c.workspace_id = ${tx.workspaceId} and c.id = q.contact_id
    group by 1 order by min(q.seq)`
  return {
    contactIds: rows
      .filter(({ apart }) => !apart)
      .slice(0, limit)
      .map(({ contactId }) => contactId),
    rows: rows.reduce((sum, { events }) => sum + events, 0),
  }
}
