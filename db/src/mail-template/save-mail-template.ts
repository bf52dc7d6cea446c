import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { holdBlocks } from '../mail-block/hold-blocks'
import { recordBlockUses } from '../mail-block/record-block-uses'
import { getMailTemplate } from './get-mail-template'
import { insertMailVersion } from './insert-mail-version'
import { type CheckedMail, MAIL_GONE, type MailTemplate } from './mail-template'

/** Saves a mail that compiled as its next version; versions already published stay as they are. */
export const saveMailTemplate = (
  scope: Scope,
  templateId: string,
  mail: CheckedMail,
): Promise<MailTemplate> =>
  inTransaction(scope, async (tx) => {
    await holdBlocks(tx, mail.blocks)
    const [saved] = await tx.sql<{ latest: number }[]>`
      update mail_templates set name = ${mail.name}, sources = ${JSON.stringify(mail.sources)}, latest = latest + 1,
        updated_at = clock_timestamp()
      where workspace_id = ${tx.workspaceId} and id = ${templateId} and deleted_at is null returning latest`
    if (!saved) throw new AppError('not-found', MAIL_GONE)
    await insertMailVersion(tx, templateId, saved.latest, mail)
    await recordBlockUses(tx, templateId, mail.blocks)
    return getMailTemplate(tx, templateId)
  })
