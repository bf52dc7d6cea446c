import type { Tx } from '../connection/scope'
import type { CheckedMail } from './mail-template'

/** Freezes a version of a mail, a row a language. */
export async function insertMailVersion(
  tx: Tx,
  templateId: string,
  version: number,
  compiled: CheckedMail['compiled'],
) {
  for (const [language, mail] of Object.entries(compiled)) {
    await tx.sql`
      insert into mail_template_versions (workspace_id, template_id, version, language, compiled)
      values (${tx.workspaceId}, ${templateId}, ${version}, ${language}, ${JSON.stringify(mail)})`
  }
}
