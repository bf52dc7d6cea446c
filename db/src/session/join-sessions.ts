import type { Tx } from '../connection/scope'
import { addSections, SESSION_GAP_MS, type Session } from './record-page'

/** Makes one visit of those that overlap or lie less than a session's gap apart, after two contacts became one. */
export async function joinSessions(tx: Tx, contactId: string): Promise<void> {
  const sessions = await tx.sql<Session[]>`
    select id, started_at as "startedAt", last_at as "lastAt", pages, sections from web_sessions
    where workspace_id = ${tx.workspaceId} and contact_id = ${contactId} order by started_at, id`
  const { kept, gone } = joined(sessions)
  if (gone.length === 0) return
  await tx.sql`
    with swallowed as (
      delete from web_sessions where workspace_id = ${tx.workspaceId} and id = any(${gone}::uuid[])
    )
    update web_sessions w set last_at = k."lastAt", pages = k.pages, sections = k.sections
    from json_to_recordset(${JSON.stringify(kept)}::json) as k(id uuid, "lastAt" timestamptz, pages integer, sections jsonb)
    where w.workspace_id = ${tx.workspaceId} and w.id = k.id`
}

/** Which sessions swallow which; in the order of their beginnings. */
function joined(sessions: Session[]): { kept: Session[]; gone: string[] } {
  const kept: Session[] = []
  const gone: string[] = []
  for (const session of sessions) {
    const last = kept.at(-1)
    if (!last || session.startedAt.getTime() - last.lastAt.getTime() >= SESSION_GAP_MS) {
      kept.push({ ...session })
      continue
    }
    gone.push(session.id)
    if (session.lastAt > last.lastAt) last.lastAt = session.lastAt
    last.pages += session.pages
    last.sections = addSections(last.sections, session.sections)
  }
  return { kept, gone }
}
