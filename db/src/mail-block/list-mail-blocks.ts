import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { StoredMailBlock } from './mail-block'

export interface ListedMailBlock extends StoredMailBlock {
  /** The mails that name it. */
  usedBy: { id: string; name: string }[]
  /** The live flows whose draft sends one of those mails: they keep what they were published with. */
  liveFlows: { id: string; name: string }[]
}

/** The workspace's blocks with where each is used, by name; only one of them where its id is given. */
export const listMailBlocks = (scope: Scope | Tx, id?: string): Promise<ListedMailBlock[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<ListedMailBlock[]>`
      with used as (
        select u.block_id, m.id, m.name from mail_block_uses u
        join mail_templates m on m.workspace_id = u.workspace_id and m.id = u.template_id and m.deleted_at is null
        where u.workspace_id = ${tx.workspaceId}
      )
      select b.id, b.key, b.name, b.sources as languages, b.version, b.updated_at as "updatedAt",
        coalesce((select jsonb_agg(jsonb_build_object('id', used.id, 'name', used.name) order by used.name, used.id)
          from used where used.block_id = b.id), '[]') as "usedBy",
        coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name, f.id) from flows f
          where f.workspace_id = b.workspace_id and f.status = 'live' and exists (
            select 1 from jsonb_array_elements(f.graph->'nodes') n join used on used.id::text = n->'config'->>'template'
            where used.block_id = b.id)), '[]') as "liveFlows"
      from mail_blocks b
      where b.workspace_id = ${tx.workspaceId} and (${id ?? null}::uuid is null or b.id = ${id ?? null}::uuid)
      order by b.name, b.id`,
  )
