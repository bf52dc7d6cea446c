import type { Tx } from '../connection/scope'

/** Keeps whom an import has made known: their first mails say whether the list is any good. */
export async function noteImported(
  { sql, workspaceId }: Tx,
  importId: string,
  contactIds: string[],
): Promise<void> {
  if (contactIds.length === 0) return
  await sql`
    insert into import_people (workspace_id, contact_id, import_id)
    select ${workspaceId}, id, ${importId} from unnest(${contactIds}::uuid[]) as id
    order by id on conflict do nothing`
}
