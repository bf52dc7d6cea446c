import { AppError } from '@relance/core/error/app-error'
import type { Tx } from '../connection/scope'
import type { BlockUse } from './mail-block'

/**
 * Keeps blocks from changing until the transaction ends; before any mail is locked, as whoever changes a block locks it
 * first. Throws AppError conflict where one has changed since the mail was compiled.
 */
export async function holdBlocks(tx: Tx, uses: readonly BlockUse[]): Promise<void> {
  if (uses.length === 0) return
  const now = await tx.sql<BlockUse[]>`
    select id, version from mail_blocks
    where workspace_id = ${tx.workspaceId} and id = any(${uses.map(({ id }) => id)}::uuid[])
    order by id for share`
  const versions = new Map(now.map(({ id, version }) => [id, version]))
  if (uses.some(({ id, version }) => versions.get(id) !== version))
    throw new AppError('conflict', 'A block of this mail has just been changed. Save again.')
}
