import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import { ring } from '../outbox/wake'
import { isResting } from '../trouble/is-resting'
import type { MemberCheck } from './refresh-members'

/**
 * Has some contacts asked by the segments that look at one of `keys`, a moment later and outside this transaction:
 * for whatever changes many at once. Keys as in `MemberCheck`.
 */
export async function checkLater(
  tx: Tx,
  contactIds: string[],
  keys: readonly string[],
): Promise<void> {
  await tx.sql`
    insert into segment_checks (workspace_id, contact_id, key)
    select ${tx.workspaceId}, c.id, k.key
    from unnest(${contactIds}::uuid[]) as c(id) cross join unnest(${[...keys]}::text[]) as k(key)
    where exists (
      select 1 from segments g where g.workspace_id = ${tx.workspaceId} and g.archived_at is null
        and (k.key = '*' or k.key = any(g.listens)))
    order by c.id, k.key on conflict do nothing`
  await ring(tx, 'segments')
}

/** Whom segments have to ask now; no lock: the contact's lock decides. Who has failed a moment ago rests. */
export async function contactsToCheck(tx: Tx, limit: number): Promise<string[]> {
  const { now } = await getClock(tx)
  const rows = await tx.sql<{ id: string }[]>`
    select distinct contact_id as id from (
      (select contact_id from segment_checks c
        where workspace_id = ${tx.workspaceId} and not ${isResting(tx, 'segments', tx.sql`c.contact_id`)}
        order by contact_id limit ${limit})
      union all
      (select contact_id from segment_due d
        where workspace_id = ${tx.workspaceId} and due_at <= ${now} and not ${isResting(tx, 'segments', tx.sql`d.contact_id`)}
        order by due_at, contact_id limit ${limit})
    ) x limit ${limit}`
  return rows.map(({ id }) => id)
}

/** Takes what is to be asked of contacts that the caller holds, to be refreshed in the same transaction. */
export async function takeChecks(tx: Tx, contactIds: string[]): Promise<MemberCheck[]> {
  const { now } = await getClock(tx)
  return tx.sql<MemberCheck[]>`
    with asked as (
      delete from segment_checks
      where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[]) returning contact_id, key
    ), due as (
      delete from segment_due
      where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[]) and due_at <= ${now}
      returning contact_id, segment_id
    )
    select c.id as "contactId",
      array(select key from asked where contact_id = c.id) as keys,
      array(select segment_id::text from due where contact_id = c.id) as "segmentIds"
    from unnest(${contactIds}::uuid[]) as c(id)`
}
