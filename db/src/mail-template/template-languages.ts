import type { Tx } from '../connection/scope'

/** Versions are frozen: what one was compiled in is asked once a process. */
const known = new Map<string, string[]>()

/** The languages a version of a mail was compiled in. */
export async function templateLanguages(
  tx: Tx,
  templateId: string,
  version: number,
): Promise<string[]> {
  const key = `${templateId}:${version}`
  const languages = known.get(key)
  if (languages) return languages
  const rows = await tx.sql<{ language: string }[]>`
    select language from mail_template_versions
    where workspace_id = ${tx.workspaceId} and template_id = ${templateId} and version = ${version} order by language`
  const found = rows.map(({ language }) => language)
  if (found.length > 0) known.set(key, found)
  return found
}
