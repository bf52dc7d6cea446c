import type { StoredEvent } from '@relance/core/event/event'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'

/** Events in the order of their ids, which is that of their arrival, the last first; of one contact, or of everybody. */
export const listEvents = (
  scope: Scope,
  contactId: string | null,
  { cursor, limit }: PageRequest,
): Promise<Page<StoredEvent>> =>
  inTransaction(scope, async (tx) => {
    const { sql } = tx
    const before = readCursor(cursor, 1)
    const rows = await sql<StoredEvent[]>`
      select id, message_id as "messageId", contact_id as "contactId", anonymous_id as "anonymousId", type, name,
        properties, context, at, received_at as "receivedAt", source, warnings
      from events where workspace_id = ${tx.workspaceId}
        ${contactId === null ? sql`` : sql`and contact_id = ${contactId}`}
        ${before ? sql`and id < ${String(before[0])}::uuid` : sql``}
      order by id desc limit ${limit + 1}`
    return pageOf(rows, limit, ({ id }) => [id])
  })
