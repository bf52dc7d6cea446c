import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import type { Visit } from './sessions-of'

export interface Session extends Visit {
  id: string
}

/** A contact's visits of the web site, newest first. */
export const listSessions = (
  scope: Scope,
  contactId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<Session>> =>
  inTransaction(scope, async (tx) => {
    const [at = null, id = null] = readCursor(cursor, 2) ?? []
    const rows = await tx.sql<Session[]>`
      select id, started_at as "startedAt", last_at as "lastAt", pages, sections, landing_path as "landingPath", referrer
      from web_sessions where workspace_id = ${tx.workspaceId} and contact_id = ${contactId}
        and (${at}::timestamptz is null or (started_at, id) < (${at}::timestamptz, ${id}::uuid))
      order by started_at desc, id desc limit ${limit + 1}`
    return pageOf(rows, limit, (row) => [row.startedAt.toISOString(), row.id])
  })
