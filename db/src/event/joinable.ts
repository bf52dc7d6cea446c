import type { Tx } from '../connection/scope'
import type { QueuedEvent } from './queued-event'

interface Row {
  id: string
  externalId: string | null
  mergedInto: string | null
}

/**
 * The contacts an event joins into its own, still to be joined. One that has become somebody meanwhile is left
 * alone, unless an alias says outright that both are one person.
 */
export async function joinable(tx: Tx, contactId: string, event: QueuedEvent): Promise<string[]> {
  if (event.joins.length === 0) return []
  const rows = await tx.sql<Row[]>`
    select id, external_id as "externalId", merged_into as "mergedInto" from contacts
    where workspace_id = ${tx.workspaceId} and id = any(${event.joins}::uuid[]) order by id`
  const still = rows.filter(
    ({ mergedInto, externalId }) => !mergedInto && (!externalId || event.type === 'alias'),
  )
  return still.map(({ id }) => id).filter((id) => id !== contactId)
}
