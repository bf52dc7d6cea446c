import type { Tx } from '../connection/scope'

/**
 * Gives up the rest of an occurrence: nobody more enters by it. How many would have: those still in the queue, and those
 * not handed over yet.
 */
export async function endSending(tx: Tx, sendingId: string, now: Date): Promise<number> {
  const { sql, workspaceId } = tx
  const [row] = await sql<{ rest: number }[]>`
    with closed as (
      update due_queue q set handled_at = clock_timestamp(), outcome = 'cancelled' from sendings s
      where s.workspace_id = ${workspaceId} and s.id = ${sendingId} and q.workspace_id = s.workspace_id
        and q.rule_id = s.rule_id and q.crossing = s.at and (q.handled_at is null or q.outcome = 'paused')
      returning 1)
    select (select count(*) from closed)::int
      + case when s.queued_at is null then greatest(s.total - s.queued, 0) else 0 end as rest
    from sendings s where s.workspace_id = ${workspaceId} and s.id = ${sendingId}`
  const rest = row?.rest ?? 0
  await sql`
    update sendings set cancelled_at = ${now}, cancelled = coalesce(cancelled, 0) + ${rest},
      queued_at = coalesce(queued_at, ${now})
    where workspace_id = ${workspaceId} and id = ${sendingId}`
  return rest
}
