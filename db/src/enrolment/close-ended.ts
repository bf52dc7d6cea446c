import type { Tx } from '../connection/scope'
import { writeTrace } from '../trace/write-trace'

/** A run that has just been ended from outside, as its update returned it. */
export interface EndedRun {
  id: string
  flowId: string
  bursts: number
  nodeId: string | null
  visit: number
}

/** What an update that ends runs sets, beside their reason. */
export const endedColumns = ({ sql }: Tx, now: Date) => sql`
  state = 'ended', ended_at = ${now}, due_at = null, exit_due_at = null,
  call_id = null, again = null, held_by = null, error = null, listens = '{}', node_listens = '{}'`

/** Writes what the end of runs brings with it: a line of their story, no inbox, nothing queued, and a wake. */
export async function closeEnded(
  tx: Tx,
  ended: EndedRun[],
  { code, contactId, now }: { code: string; contactId: string; now: Date },
): Promise<void> {
  const { sql, workspaceId } = tx
  if (ended.length === 0) return
  const lines = ended.map(({ id, ...where }) => ({
    ...where,
    enrolmentId: id,
    contactId,
    burst: where.bursts,
    at: now,
    kind: 'ended' as const,
    code,
  }))
  await writeTrace(tx, lines)
  const ids = ended.map(({ id }) => id)
  await sql`
    with inbox as (
      delete from enrolment_inbox where workspace_id = ${workspaceId} and enrolment_id = any(${ids}::uuid[])
    ), refused as (
      update messages set state = 'refused', reason = 'ended', retry_at = null
      where workspace_id = ${workspaceId} and enrolment_id = any(${ids}::uuid[]) and state = 'queued'
    )
    insert into outbox (workspace_id, enrolment_id) select ${workspaceId}, unnest(${ids}::uuid[])`
}
