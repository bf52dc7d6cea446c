import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** By what a name was tied to its contact. */
export const tiedBy = ['visit', 'event', 'identify', 'alias', 'mail-link', 'import'] as const
export type TiedBy = (typeof tiedBy)[number]

/** A name that somebody is known by: the client's own number, or a browser's cookie. */
export interface Identity {
  kind: 'external' | 'anonymous'
  value: string
  /** Null where it was not noted. */
  tiedAt: Date | null
  tiedBy: TiedBy | null
  /** Of a browser: when it was last heard of as this contact's, and pages seen with it. */
  lastSeenAt: Date | null
  pages: number
}

/** What a contact is known by: numbers first, then browsers, the one heard of last first. */
export const listIdentities = (scope: Scope, contactId: string): Promise<Identity[]> =>
  inTransaction(
    scope,
    ({ sql, workspaceId }) => sql<Identity[]>`
      select i.kind, i.value, i.tied_at as "tiedAt", i.tied_by as "tiedBy", s."lastSeenAt", coalesce(s.pages, 0)::int as pages
      from identities i
      left join (
        select anonymous_id, max(at) as "lastSeenAt", count(*) filter (where name = 'page') as pages
        from events where workspace_id = ${workspaceId} and contact_id = ${contactId} and anonymous_id is not null
        group by anonymous_id
      ) s on i.kind = 'anonymous' and s.anonymous_id = i.value
      where i.workspace_id = ${workspaceId} and i.contact_id = ${contactId}
      order by i.kind desc, s."lastSeenAt" desc nulls last, i.value`,
  )
