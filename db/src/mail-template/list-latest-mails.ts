import type { Language } from '@relance/core/words/language'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import type { CompiledText } from './get-compiled-text'
import type { MailSources } from './mail-template'

export interface LatestMail {
  id: string
  sources: MailSources
  compiled: Partial<Record<Language, CompiledText>>
}

/** Each mail as it was last written and compiled, in the order they were made. */
export const listLatestMails = (
  scope: Scope,
  { cursor, limit }: PageRequest,
): Promise<Page<LatestMail>> =>
  inTransaction(scope, async (tx) => {
    const after = readCursor(cursor, 1)?.[0] ?? null
    const rows = await tx.sql<LatestMail[]>`
      select m.id, m.sources, (
        select jsonb_object_agg(v.language, v.compiled) from mail_template_versions v
        where v.workspace_id = m.workspace_id and v.template_id = m.id and v.version = m.latest) as compiled
      from mail_templates m
      where m.workspace_id = ${tx.workspaceId} and m.deleted_at is null
        and (${after}::uuid is null or m.id > ${after}::uuid)
      order by m.id limit ${limit + 1}`
    return pageOf(rows, limit, (row) => [row.id])
  })
