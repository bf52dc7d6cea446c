import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { Moved } from './note-merge'

/** Why a merge can no longer be undone. */
export type MergeObstacle = 'undone' | 'too-late' | 'erased' | 'joined-since'

export interface Merge {
  id: string
  fromId: string
  intoId: string
  at: Date
  undoneAt: Date | null
  /** Until when it can be undone, if nothing else stands in the way. */
  undoUntil: Date
  /** Null where it can be undone. */
  obstacle: MergeObstacle | null
  /** What came with it: names, events, orders. */
  identities: Moved['identities']
  events: number
  orders: number
}

const UNDO_FOR = '30 days'

export const mergeColumns = ({ sql }: Tx) => sql`
  m.id, m.from_contact_id as "fromId", m.into_contact_id as "intoId", m.at, m.undone_at as "undoneAt",
  m.at + ${UNDO_FOR}::interval as "undoUntil",
  case when m.undone_at is not null then 'undone'
    when m.moved is null or workspace_now(m.workspace_id) > m.at + ${UNDO_FOR}::interval then 'too-late'
    when f.erased_at is not null or i.erased_at is not null then 'erased'
    -- What was joined since has to come apart first.
    when i.merged_into is not null or f.merged_into is distinct from m.into_contact_id then 'joined-since' end as obstacle,
  coalesce(m.moved -> 'identities', '[]') as identities,
  coalesce(jsonb_array_length(m.moved -> 'events'), 0) as events,
  coalesce(jsonb_array_length(m.moved -> 'orders'), 0) as orders`

export const mergeSource = ({ sql }: Tx) => sql`
  contact_merges m
  join contacts f on f.workspace_id = m.workspace_id and f.id = m.from_contact_id
  join contacts i on i.workspace_id = m.workspace_id and i.id = m.into_contact_id`

/** The merges that a contact's record is made of, newest first; those before an undone one are its own. */
export const listMerges = (scope: Scope | Tx, contactId: string): Promise<Merge[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<Merge[]>`
      select ${mergeColumns(tx)} from ${mergeSource(tx)}
      where m.workspace_id = ${tx.workspaceId} and (m.into_contact_id = ${contactId} or m.into_contact_id in (
        select id from contacts where workspace_id = ${tx.workspaceId} and merged_into = ${contactId}))
      order by m.at desc, m.id desc`,
  )
