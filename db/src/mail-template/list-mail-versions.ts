import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { MailSources } from './mail-template'

/** A version of a mail as it was saved. */
export interface MailVersion {
  version: number
  savedAt: Date
  /** `user:<id>` or `key:<id>`; null for the product itself and for versions of before. */
  savedBy: string | null
  /** What was written, by language; null where only what it compiled to was kept then. */
  languages: MailSources | null
}

const MOST = 100

/** The last hundred versions of a mail, the newest first; without what was written unless one of them is asked for. */
export const listMailVersions = (
  scope: Scope,
  templateId: string,
  version: number | null = null,
): Promise<MailVersion[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<MailVersion[]>`
      select v.version, min(v.created_at) as "savedAt", min(v.saved_by) as "savedBy",
        case when ${version !== null} and bool_and(v.source is not null) then jsonb_object_agg(v.language, v.source) end
          as languages
      from mail_template_versions v
      join mail_templates m on m.workspace_id = v.workspace_id and m.id = v.template_id and m.deleted_at is null
      where v.workspace_id = ${tx.workspaceId} and v.template_id = ${templateId}
        and (${version}::int is null or v.version = ${version}::int)
      group by v.version order by v.version desc limit ${MOST}`,
  )
