import type { Tx } from '../connection/scope'
import { ring } from '../outbox/wake'

/** Has everybody asked anew by some segments; who is in or out by that alone is told nobody. */
export async function fillAgain(tx: Tx, segmentIds: string[]): Promise<void> {
  if (segmentIds.length === 0) return
  await tx.sql`
    update segments set work = 'fill', cursor_contact = null
    where workspace_id = ${tx.workspaceId} and id = any(${segmentIds}::uuid[])`
  await ring(tx, 'segments')
}
