import type { StoredEvent } from '@relance/core/event/event'
import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'
import { readState, recountVisits, stateKeys } from '../contact/contact-state'
import { type PageView, readPage } from './read-page'

/** Page views less than this apart are one visit. */
export const SESSION_GAP_MS = 30 * 60_000

export interface Session {
  id: string
  startedAt: Date
  lastAt: Date
  pages: number
  sections: Record<string, number>
}

/**
 * Adds a page view to the contact's visits: it begins one, extends one, or joins two. The outcome is the same
 * whatever the order of arrival. The caller holds the contact.
 * @returns `visit` when it began one, and the fields that changed
 */
export async function recordPage(tx: Tx, contactId: string, event: StoredEvent): Promise<string[]> {
  const page = readPage(event.properties, event.context)
  const near = await sessionsAround(tx, contactId, event.at)
  const { startsMoved, isLatest } = await place(tx, contactId, event.at, page, near)
  const keys = near.length === 0 ? ['visit'] : []
  if (!startsMoved && !(isLatest && page.section)) return keys
  const before = await readState(tx, contactId)
  const [after] = startsMoved ? await recountVisits(tx, [contactId]) : [before]
  keys.push(...stateKeys(before, after))
  if (isLatest && page.section && before?.lastSection !== page.section) {
    keys.push('field:lastSection')
    await tx.sql`
      update contact_state set last_section = ${page.section}
      where workspace_id = ${tx.workspaceId} and contact_id = ${contactId}`
  }
  return keys
}

/** Visits are disjoint and apart, so a page touches the last two that begin before its reach ends, at most. */
async function sessionsAround(tx: Tx, contactId: string, at: Date): Promise<Session[]> {
  const found = await tx.sql<Session[]>`
    select id, started_at as "startedAt", last_at as "lastAt", pages, sections from web_sessions
    where workspace_id = ${tx.workspaceId} and contact_id = ${contactId}
      and started_at < ${new Date(at.getTime() + SESSION_GAP_MS)}
    order by started_at desc limit 2`
  return found.filter(({ lastAt }) => lastAt.getTime() > at.getTime() - SESSION_GAP_MS).reverse()
}

async function place(tx: Tx, contactId: string, at: Date, page: PageView, near: Session[]) {
  const [first, second] = near
  const seen = page.section ? { [page.section]: 1 } : {}
  if (!first) {
    const [row] = await tx.sql<{ isLatest: boolean }[]>`
      insert into web_sessions (workspace_id, id, contact_id, started_at, last_at, pages, sections, landing_path, referrer)
      values (${tx.workspaceId}, ${newId()}, ${contactId}, ${at}, ${at}, 1, ${JSON.stringify(seen)}, ${page.path}, ${page.referrer})
      returning not exists (select 1 from web_sessions w
        where w.workspace_id = ${tx.workspaceId} and w.contact_id = ${contactId} and w.started_at > ${at}) as "isLatest"`
    return { startsMoved: true, isLatest: row?.isLatest ?? true }
  }
  const last = second ?? first
  const beginsIt = at < first.startedAt
  const sections = addSections(addSections(first.sections, second?.sections ?? {}), seen)
  const [row] = await tx.sql<{ isLatest: boolean }[]>`
    with gone as (
      delete from web_sessions where workspace_id = ${tx.workspaceId} and id = ${second?.id ?? null}::uuid
    )
    update web_sessions set started_at = least(started_at, ${at}::timestamptz),
      last_at = ${at > last.lastAt ? at : last.lastAt}, pages = ${first.pages + (second?.pages ?? 0) + 1},
      sections = ${JSON.stringify(sections)},
      landing_path = case when ${beginsIt} then ${page.path} else landing_path end,
      referrer = case when ${beginsIt} then ${page.referrer} else referrer end
    where workspace_id = ${tx.workspaceId} and id = ${first.id}
    returning not exists (select 1 from web_sessions w
      where w.workspace_id = ${tx.workspaceId} and w.contact_id = ${contactId} and w.started_at > ${at}) as "isLatest"`
  return {
    startsMoved: beginsIt || second !== undefined,
    isLatest: at >= last.lastAt && (row?.isLatest ?? false),
  }
}

/** Pages by section, of two visits together. */
export function addSections(
  one: Record<string, number>,
  other: Record<string, number>,
): Record<string, number> {
  const sum = { ...one }
  for (const [section, pages] of Object.entries(other)) sum[section] = (sum[section] ?? 0) + pages
  return sum
}
