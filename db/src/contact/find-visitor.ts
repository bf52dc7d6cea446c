import type { Tx } from '../connection/scope'

/** The contact a browser's id is tied to, by then joined into somebody else or not; null for one nobody has seen. */
export async function findVisitor(
  { sql, workspaceId }: Tx,
  anonymousId: string,
): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select coalesce(c.merged_into, c.id) as id from identities i
    join contacts c on c.workspace_id = i.workspace_id and c.id = i.contact_id
    where i.workspace_id = ${workspaceId} and i.kind = 'anonymous' and i.value = ${anonymousId} and c.erased_at is null`
  return row?.id ?? null
}
