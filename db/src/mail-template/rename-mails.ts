import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** The mail of a key by its name, if it still has one of `from`. */
export interface MailRename {
  key: string
  from: readonly string[]
  to: string
}

/** Gives mails other names, unless somebody has named them since. Their contents and versions stay. */
export const renameMails = (scope: Scope, renames: readonly MailRename[]): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await tx.sql`
      update mail_templates m set name = r."to"
      from jsonb_to_recordset(${JSON.stringify(renames)}::jsonb) as r(key text, "from" jsonb, "to" text)
      where m.workspace_id = ${tx.workspaceId} and m.key = r.key and m.deleted_at is null
        and r."from" ? m.name and m.name <> r."to"`
  })
