import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { MailBlockSources } from './mail-block'

/** Makes a block; its id. Throws AppError conflict where the key is taken. */
export const createMailBlock = (
  scope: Scope,
  { key, name, languages }: { key: string; name: string; languages: MailBlockSources },
): Promise<string> =>
  inTransaction(scope, async (tx) => {
    const id = newId()
    const made = await tx.sql`
      insert into mail_blocks (workspace_id, id, key, name, sources)
      values (${tx.workspaceId}, ${id}, ${key}, ${name}, ${JSON.stringify(languages)})
      on conflict (workspace_id, key) do nothing returning id`
    if (made.length === 0)
      throw new AppError('conflict', 'There is a block of this name already.', { field: 'key' })
    return id
  })
