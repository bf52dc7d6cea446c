import type { Tx } from '../connection/scope'

/** The languages a version of a mail was compiled in. */
export async function templateLanguages(
  tx: Tx,
  templateId: string,
  version: number,
): Promise<string[]> {
  const rows = await tx.sql<{ language: string }[]>`
    select language from mail_template_versions
    where workspace_id = ${tx.workspaceId} and template_id = ${templateId} and version = ${version} order by language`
  return rows.map(({ language }) => language)
}
