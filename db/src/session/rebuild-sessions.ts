import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'
import { readPage } from './read-page'
import { sessionsOf } from './sessions-of'

interface Row {
  at: Date
  properties: Record<string, unknown>
  context: Record<string, unknown>
}

/** Makes a contact's visits and last section anew from the pages seen, those not yet reacted to left out. */
export async function rebuildSessions(tx: Tx, contactId: string): Promise<void> {
  const { sql, workspaceId } = tx
  const rows = await sql<Row[]>`
    select at, properties, context from events e
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and name = 'page' and type = 'page'
      and not exists (select 1 from event_queue q
        where q.workspace_id = e.workspace_id and q.contact_id = e.contact_id and q.event_id = e.id)
    order by at, id`
  const pages = rows.map(({ at, properties, context }) => ({
    at,
    ...readPage(properties, context),
  }))
  const visits = sessionsOf(pages).map((visit) => ({ id: newId(), ...visit }))
  await sql`delete from web_sessions where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  await sql`
    insert into web_sessions (workspace_id, id, contact_id, started_at, last_at, pages, sections, landing_path, referrer)
    select ${workspaceId}, id, ${contactId}, "startedAt", "lastAt", pages, sections, "landingPath", referrer
    from json_to_recordset(${JSON.stringify(visits)}::json) as v(id uuid, "startedAt" timestamptz, "lastAt" timestamptz,
      pages integer, sections jsonb, "landingPath" text, referrer text)`
  const lastSection = pages.findLast(({ section }) => section !== null)?.section ?? null
  await sql`
    update contact_state set last_section = ${lastSection}
    where workspace_id = ${workspaceId} and contact_id = ${contactId}`
}
