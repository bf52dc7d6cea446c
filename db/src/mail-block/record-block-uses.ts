import type { Tx } from '../connection/scope'
import type { BlockUse } from './mail-block'

/** Keeps which blocks a mail names, inside the transaction that saves it. */
export async function recordBlockUses(tx: Tx, templateId: string, uses: readonly BlockUse[]) {
  const { sql, workspaceId } = tx
  const ids = uses.map(({ id }) => id)
  await sql`
    delete from mail_block_uses where workspace_id = ${workspaceId} and template_id = ${templateId}
      and block_id <> all(${ids}::uuid[])`
  if (ids.length === 0) return
  await sql`
    insert into mail_block_uses (workspace_id, block_id, template_id)
    select ${workspaceId}, unnest(${ids}::uuid[]), ${templateId} on conflict do nothing`
}
