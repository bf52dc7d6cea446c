import type { StoredEvent } from '@relance/core/event/event'
import type { Tx } from '../connection/scope'
import { eventColumns } from '../event/queued-event'

/** When each visit of a contact began, from an instant on, in order. */
export const visitsFrom = async (
  { sql, workspaceId }: Tx,
  contactId: string,
  { from, until }: { from: Date; until: Date },
): Promise<Date[]> =>
  (
    await sql<{ at: Date }[]>`
      select started_at as at from web_sessions
      where workspace_id = ${workspaceId} and contact_id = ${contactId} and started_at >= ${from} and started_at <= ${until}
      order by started_at`
  ).map(({ at }) => at)

/** The events of some names of a contact, from an instant on, in the order they happened. */
export const eventsFrom = async (
  { sql, workspaceId }: Tx,
  contactId: string,
  { names, from, until }: { names: string[]; from: Date; until: Date },
): Promise<StoredEvent[]> => [
  ...(await sql<StoredEvent[]>`
    select ${eventColumns(sql)} from events e
    where e.workspace_id = ${workspaceId} and e.contact_id = ${contactId} and e.name = any(${names}::text[])
      and e.at >= ${from} and e.at <= ${until}
    order by e.at, e.id`),
]

/** Since when a contact is known; undefined where there is no such contact. */
export async function knownSince(
  { sql, workspaceId }: Tx,
  contactId: string,
): Promise<Date | undefined> {
  const [row] = await sql<{ at: Date }[]>`
    select created_at as at from contacts where workspace_id = ${workspaceId} and id = ${contactId}
      and (external_id is not null or email is not null)`
  return row?.at
}
