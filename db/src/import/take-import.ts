import type { Tx } from '../connection/scope'

/** The oldest import that is not finished, or undefined. A reader that died left it where it was. */
export async function takeImport(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }[]>`
    select id from imports where workspace_id = ${tx.workspaceId} and state in ('queued', 'reading')
    order by created_at limit 1`
  return row?.id
}
