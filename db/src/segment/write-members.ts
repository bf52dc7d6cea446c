import type { Tx } from '../connection/scope'
import type { Standing } from './ask-members'

/** Writes where contacts stand towards a segment, as far as it differs. Who entered, and who left. */
export async function writeMembers(
  tx: Tx,
  segmentId: string,
  standings: readonly Standing[],
  now: Date,
): Promise<{ entered: string[]; left: string[] }> {
  const idsOf = (some: readonly Standing[]) => some.map(({ contactId }) => contactId)
  const entered = idsOf(standings.filter(({ holds, was }) => holds && !was))
  const left = idsOf(standings.filter(({ holds, was }) => !holds && was))
  const moved = standings.filter(
    ({ dueAt, dueBefore }) => dueAt?.getTime() !== dueBefore?.getTime(),
  )
  const due = moved.filter(({ dueAt }) => dueAt !== null)
  const undue = idsOf(moved.filter(({ dueAt }) => dueAt === null))
  if (entered.length + left.length + moved.length === 0) return { entered, left }
  const { sql, workspaceId } = tx
  await sql`
    with entered as (
      insert into segment_members (workspace_id, segment_id, contact_id, since)
      select ${workspaceId}, ${segmentId}, id, ${now} from unnest(${entered}::uuid[]) as id on conflict do nothing
    ), gone as (
      delete from segment_members
      where workspace_id = ${workspaceId} and segment_id = ${segmentId} and contact_id = any(${left}::uuid[])
    ), undue as (
      delete from segment_due
      where workspace_id = ${workspaceId} and segment_id = ${segmentId} and contact_id = any(${undue}::uuid[])
    )
    insert into segment_due (workspace_id, segment_id, contact_id, due_at)
    select ${workspaceId}, ${segmentId}, d.id, d.at
    from unnest(${idsOf(due)}::uuid[], ${due.map(({ dueAt }) => dueAt?.toISOString() ?? '')}::timestamptz[]) as d(id, at)
    on conflict (workspace_id, segment_id, contact_id) do update set due_at = excluded.due_at`
  return { entered, left }
}
