import type { Tx } from '../connection/scope'

/** After so many failures an event is set aside, so that later ones of its contact go on. */
const MAX_FAILURES = 5

/**
 * Notes that applying an event failed, in a transaction of its own.
 * @returns whether it is set aside now
 */
export async function failQueued(tx: Tx, event: { seq: number }, error: string): Promise<boolean> {
  const [row] = await tx.sql<{ failed: boolean }[]>`
    update event_queue set failures = failures + 1, error = left(${error}, 2000),
      state = case when failures + 1 >= ${MAX_FAILURES} then 'failed' else state end
    where workspace_id = ${tx.workspaceId} and seq = ${event.seq}
    returning state = 'failed' as failed`
  return row?.failed ?? false
}
