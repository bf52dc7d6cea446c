import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { StoredMailBlock } from './mail-block'

/** The workspace's blocks by key, as mails are compiled with them. */
export const readMailBlocks = (scope: Scope | Tx): Promise<Map<string, StoredMailBlock>> =>
  inTransaction(scope, async (tx) => {
    const rows = await tx.sql<StoredMailBlock[]>`
      select id, key, name, sources as languages, version, updated_at as "updatedAt" from mail_blocks
      where workspace_id = ${tx.workspaceId} order by id`
    return new Map(rows.map((row) => [row.key, row]))
  })
