import type { Tx } from '../connection/scope'

/** A mail of one language, compiled: MJML is HTML by now, Liquid is still in it. */
export interface CompiledText {
  subject: string
  html: string
  text: string
}

/** A frozen version's text in one language, or undefined where it has none. */
export async function getCompiledText(
  tx: Tx,
  templateId: string,
  version: number,
  language: string,
): Promise<CompiledText | undefined> {
  const [row] = await tx.sql<{ compiled: CompiledText }[]>`
    select compiled from mail_template_versions
    where workspace_id = ${tx.workspaceId} and template_id = ${templateId} and version = ${version}
      and language = ${language}`
  return row?.compiled
}
