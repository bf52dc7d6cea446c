import type { Tx } from '../connection/scope'
import type { CheckedMail } from './mail-template'

/** Freezes a version of a mail, a row a language, with what was written. */
export async function insertMailVersion(
  tx: Tx,
  templateId: string,
  version: number,
  { compiled, sources }: Pick<CheckedMail, 'compiled' | 'sources'>,
) {
  for (const [language, mail] of Object.entries(compiled)) {
    const source = Object.entries(sources).find(([written]) => written === language)?.[1]
    await tx.sql`
      insert into mail_template_versions (workspace_id, template_id, version, language, compiled, source, saved_by)
      values (${tx.workspaceId}, ${templateId}, ${version}, ${language}, ${JSON.stringify(mail)},
        ${JSON.stringify(source ?? null)}, ${tx.actor ?? null})`
  }
}
