import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { listMailBlocks } from './list-mail-blocks'
import { BLOCK_GONE } from './mail-block'

/** Deletes a block that no mail names. Throws AppError not-found, or conflict with `usedBy`. */
export const deleteMailBlock = (scope: Scope, blockId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    await sql`select 1 from mail_blocks where workspace_id = ${workspaceId} and id = ${blockId} for update`
    const [block] = await listMailBlocks(tx, blockId)
    if (!block) throw new AppError('not-found', BLOCK_GONE)
    const { usedBy } = block
    if (usedBy.length > 0) {
      const names = usedBy.map(({ name }) => `“${name}”`).join(', ')
      throw new AppError('conflict', `Emails still use this block: ${names}.`, { usedBy })
    }
    await sql`delete from mail_block_uses where workspace_id = ${workspaceId} and block_id = ${blockId}`
    await sql`delete from mail_blocks where workspace_id = ${workspaceId} and id = ${blockId}`
  })
