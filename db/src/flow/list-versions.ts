import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import { getFlow } from './get-flow'

export interface ListedVersion {
  version: number
  publishedAt: Date
  /** The name of whoever published it, or null: a script. */
  publishedBy: string | null
  /** What they said of it. */
  note: string | null
  /** When they scheduled it; null: it went live at once. */
  scheduledAt: Date | null
  /** How many are inside it now. */
  people: number
}

/** A flow's published versions, newest first. Throws AppError not-found. */
export const listVersions = (
  scope: Scope,
  flowId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<ListedVersion>> =>
  inTransaction(scope, async (tx) => {
    await getFlow(tx, flowId)
    const before = readCursor(cursor, 1)?.[0] ?? null
    const rows = await tx.sql<ListedVersion[]>`
      select v.version, v.published_at as "publishedAt", u.name as "publishedBy", v.note,
        v.scheduled_at as "scheduledAt",
        (select count(*)::int from enrolments e where e.workspace_id = v.workspace_id and e.flow_id = v.flow_id
          and e.version = v.version and e.state <> 'ended') as people
      from flow_versions v left join auth.users u on 'user:' || u.id = v.published_by
      where v.workspace_id = ${tx.workspaceId} and v.flow_id = ${flowId}
        and (${before}::int is null or v.version < ${before}::int)
      order by v.version desc limit ${limit + 1}`
    return pageOf(rows, limit, (row) => [row.version])
  })
