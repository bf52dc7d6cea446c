import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { holdBlocks } from '../mail-block/hold-blocks'
import { recordBlockUses } from '../mail-block/record-block-uses'
import { insertMailVersion } from './insert-mail-version'
import type { CheckedMail } from './mail-template'

/** Makes a mail with its first version; its id. A key that exists already answers that mail's id. */
export const createMailTemplate = (
  scope: Scope | Tx,
  mail: CheckedMail,
  key: string | null = null,
): Promise<string> =>
  inTransaction(scope, async (tx) => {
    await holdBlocks(tx, mail.blocks)
    const id = newId()
    const made = await tx.sql`
      insert into mail_templates (workspace_id, id, key, name, sources, latest)
      values (${tx.workspaceId}, ${id}, ${key}, ${mail.name}, ${JSON.stringify(mail.sources)}, 1)
      on conflict (workspace_id, key) where key is not null and deleted_at is null do nothing returning id`
    if (made.length > 0) {
      await insertMailVersion(tx, id, 1, mail)
      await recordBlockUses(tx, id, mail.blocks)
      return id
    }
    const [there] = await tx.sql<{ id: string }[]>`
      select id from mail_templates where workspace_id = ${tx.workspaceId} and key = ${key} and deleted_at is null`
    return there?.id ?? id
  })
