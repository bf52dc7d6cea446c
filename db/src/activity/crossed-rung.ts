import type { Rung } from '@relance/core/activity/ladder'
import type { Tx } from '../connection/scope'

/** Who came onto a rung between two instants by time alone, past `cursor`. */
export interface RungRange {
  rung: Exclude<Rung, 'active'>
  after: Date
  until: Date
  /** `at` as text: of an instant the driver makes a Date, which forgets the microseconds. */
  cursor?: { at: string; contactId: string } | null
  limit: number
}

export interface Crossed {
  contactId: string
  /** The last interaction; of whoever had none, the first contact. */
  activeAt: Date
  /** The same to the microsecond, for the cursor. */
  exactly: string
  /** When the rung was reached. */
  at: Date
}

/**
 * As a statement: a range of one index, in the order of the last interaction, so it costs who crossed and not who
 * exists. Nobody crosses who is joined into somebody else, or known by no name.
 */
export function crossedRung(tx: Tx, { rung, after, until, cursor, limit }: RungRange) {
  const { sql, workspaceId } = tx
  const [at, contact] = [cursor?.at ?? null, cursor?.contactId ?? null]
  return sql<Crossed[]>`
    with shop as materialized (
      select ladder_days(settings, ${rung}) as days, time_zone as zone from workspaces where id = ${workspaceId}
    )
    select s.contact_id as "contactId", s.active_at as "activeAt", s.active_at::text as "exactly",
      days_after(s.active_at, (select days from shop), (select zone from shop)) as at
    from contact_state s join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
    where s.workspace_id = ${workspaceId}
      and s.active_at > (select days_before(${after}, days, zone) from shop)
      and s.active_at <= (select days_before(${until}, days, zone) from shop)
      and (${at}::text is null or s.active_at > (${at}::text)::timestamptz or (s.active_at = (${at}::text)::timestamptz and s.contact_id > ${contact}::uuid))
      and c.merged_into is null and (c.external_id is not null or c.email is not null)
    order by s.active_at, s.contact_id limit ${limit}`
}
