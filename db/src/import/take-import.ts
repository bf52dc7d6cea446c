import type { Tx } from '../connection/scope'

const SILENT_AFTER = '15 seconds'

/**
 * Claims the oldest import that is not finished for a worker, or answers undefined. One that another worker reads
 * is left to it while its heart beats, however long it takes; where that one died, this one goes on.
 */
export async function takeImport(tx: Tx, workerId: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }[]>`
    update imports set state = 'reading', reader = ${workerId}
    where workspace_id = ${tx.workspaceId} and id = (
      select i.id from imports i
      where i.workspace_id = ${tx.workspaceId} and i.state in ('queued', 'reading')
        and (i.reader is null or i.reader = ${workerId} or not exists (
          select 1 from workers w
          where w.id = i.reader and w.beat_at > clock_timestamp() - ${SILENT_AFTER}::interval))
      order by i.created_at, i.id limit 1 for update skip locked)
    returning id`
  return row?.id
}
