import type { StoredEvent } from '@relance/core/event/event'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'

type Row = StoredEvent & { storedAt: string }

/** Events in the order they were stored, the last first; of one contact, or of everybody. */
export const listEvents = (
  scope: Scope,
  contactId: string | null,
  { cursor, limit }: PageRequest,
): Promise<Page<StoredEvent>> =>
  inTransaction(scope, async (tx) => {
    const { sql } = tx
    const before = readCursor(cursor, 2)
    const rows = await sql<Row[]>`
      select id, message_id as "messageId", contact_id as "contactId", anonymous_id as "anonymousId", type, name,
        properties, context, at, received_at as "receivedAt", source, warnings, stored_at::text as "storedAt"
      from events where workspace_id = ${tx.workspaceId}
        ${contactId === null ? sql`` : sql`and contact_id = ${contactId}`}
        ${before ? sql`and (stored_at, id) < (${String(before[0])}::timestamptz, ${String(before[1])}::uuid)` : sql``}
      order by stored_at desc, id desc limit ${limit + 1}`
    // As text, because a stored instant is finer than a Date holds.
    const page = pageOf(rows, limit, (row) => [row.storedAt, row.id])
    return { ...page, items: page.items.map(({ storedAt: _, ...event }) => event) }
  })
