import type { Language } from '@relance/core/words/language'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** Every language of one version of a mail, as it was compiled. */
export const getCompiledMail = (
  scope: Scope | Tx,
  templateId: string,
  version: number,
): Promise<{ language: Language; compiled: Record<string, unknown> }[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<{ language: Language; compiled: Record<string, unknown> }[]>`
      select language, compiled from mail_template_versions
      where workspace_id = ${tx.workspaceId} and template_id = ${templateId} and version = ${version}
      order by language`,
  )
