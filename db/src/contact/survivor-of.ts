import type { Tx } from '../connection/scope'

/** The contact that stands for this one now: itself, or the one it was joined into. */
export async function survivorOf(tx: Tx, contactId: string): Promise<string> {
  const [row] = await tx.sql<{ id: string }[]>`
    select coalesce(merged_into, id) as id from contacts where workspace_id = ${tx.workspaceId} and id = ${contactId}`
  return row?.id ?? contactId
}
