import type { Rule } from '@relance/core/rule/rule'
import type { Tx } from '../connection/scope'
import { inOrder } from './segment-order'

/** Of keys: anything may have changed. */
export const EVERYTHING = '*'

/** A segment as its members are kept. */
export interface LiveSegment {
  id: string
  name: string
  rule: Rule
  listens: string[]
  /** Everybody is still being asked this rule, and those after `cursorContact` have not been. */
  isFilling: boolean
  cursorContact: string | null
}

/** Which segments are wanted: those that look at a key (`*`: all), and some by id. */
export interface Wanted {
  keys: readonly string[]
  segmentIds: readonly string[]
}

/**
 * The wanted segments, and all that speak of others, each after those it speaks of. Read it after the contacts' locks.
 */
export const liveSegments = async (
  { sql, workspaceId }: Tx,
  { keys, segmentIds }: Wanted,
): Promise<LiveSegment[]> =>
  inOrder([
    ...(await sql<LiveSegment[]>`
      select id, name, rule, listens, work = 'fill' and work is not null as "isFilling", cursor_contact as "cursorContact"
      from segments where workspace_id = ${workspaceId} and archived_at is null and (
        ${keys.includes(EVERYTHING)} or listens && ${[...keys]}::text[] or id = any(${[...segmentIds]}::uuid[])
        or exists (select 1 from unnest(listens) as key where key like 'segment:%'))
      order by id`),
  ])

/** Whether a contact is kept track of already; whoever is not will be asked when the filling comes to them. */
export const isCovered = ({ isFilling, cursorContact }: LiveSegment, contactId: string): boolean =>
  !isFilling || (cursorContact !== null && contactId <= cursorContact)
