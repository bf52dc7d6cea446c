import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { MAIL_GONE, type MailTemplate } from './mail-template'

/** One mail with its sources. Throws AppError not-found. */
export const getMailTemplate = (scope: Scope | Tx, templateId: string): Promise<MailTemplate> =>
  inTransaction(scope, async (tx) => {
    const [mail] = await tx.sql<MailTemplate[]>`
      select id, key, name, sources as languages, latest as version, updated_at as "updatedAt"
      from mail_templates where workspace_id = ${tx.workspaceId} and id = ${templateId} and deleted_at is null`
    if (!mail) throw new AppError('not-found', MAIL_GONE)
    return mail
  })
