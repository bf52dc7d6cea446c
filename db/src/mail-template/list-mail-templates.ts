import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import type { MailTemplate } from './mail-template'

export interface ListedMailTemplate
  extends Pick<MailTemplate, 'id' | 'key' | 'name' | 'version' | 'updatedAt'> {
  languages: string[]
  /** The flows whose draft sends it. */
  usedBy: { id: string; name: string }[]
}

/** The workspace's mails, in the order they were made. */
export const listMailTemplates = (
  scope: Scope,
  { cursor, limit }: PageRequest,
): Promise<Page<ListedMailTemplate>> =>
  inTransaction(scope, async (tx) => {
    const after = readCursor(cursor, 1)?.[0] ?? null
    const rows = await tx.sql<ListedMailTemplate[]>`
      select m.id, m.key, m.name, m.latest as version, m.updated_at as "updatedAt",
        array(select l from jsonb_object_keys(m.sources) as l order by l) as languages,
        coalesce((
          select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.id) from flows f
          where f.workspace_id = m.workspace_id and exists (
            select 1 from jsonb_array_elements(f.graph->'nodes') n where n->'config'->>'template' = m.id::text)
        ), '[]') as "usedBy"
      from mail_templates m
      where m.workspace_id = ${tx.workspaceId} and m.deleted_at is null
        and (${after}::uuid is null or m.id > ${after}::uuid)
      order by m.id limit ${limit + 1}`
    return pageOf(rows, limit, (row) => [row.id])
  })
