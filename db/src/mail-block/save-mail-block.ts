import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { insertMailVersion } from '../mail-template/insert-mail-version'
import type { CheckedMail } from '../mail-template/mail-template'
import { listMailBlocks } from './list-mail-blocks'
import { BLOCK_GONE, type MailBlockSources } from './mail-block'

/** A mail that names the block, compiled with what it is to become. */
export interface RecompiledMail {
  id: string
  /** The version its sources are of. */
  version: number
  mail: CheckedMail
}

const CHANGED = 'An email that uses this block has just been changed. Save again.'

/**
 * Changes a block, and gives every mail that names it a next version that holds the change, together or not at all.
 * What live scenarios were published with stays. Throws AppError not-found, or conflict where a mail has changed since.
 */
export const saveMailBlock = (
  scope: Scope,
  blockId: string,
  change: { name: string; languages: MailBlockSources },
  mails: readonly RecompiledMail[],
): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    const [locked] = await sql`
      select 1 from mail_blocks where workspace_id = ${workspaceId} and id = ${blockId} for update`
    const [block] = await listMailBlocks(tx, blockId)
    if (!locked || !block) throw new AppError('not-found', BLOCK_GONE)
    const ids = new Set(mails.map(({ id }) => id))
    if (block.usedBy.length !== ids.size || !block.usedBy.every(({ id }) => ids.has(id)))
      throw new AppError('conflict', CHANGED)
    await sql`
      update mail_blocks set name = ${change.name}, sources = ${JSON.stringify(change.languages)},
        version = version + 1, updated_at = clock_timestamp()
      where workspace_id = ${workspaceId} and id = ${blockId}`
    for (const { id, version, mail } of [...mails].sort((one, other) =>
      one.id < other.id ? -1 : 1,
    )) {
      const raised = await sql`
        update mail_templates set latest = latest + 1, updated_at = clock_timestamp()
        where workspace_id = ${workspaceId} and id = ${id} and latest = ${version} returning id`
      if (raised.length === 0) throw new AppError('conflict', CHANGED)
      await insertMailVersion(tx, id, version + 1, mail)
    }
  })
