import type { Tx } from '../connection/scope'

/** Sets aside those of a flow's sendings who were handed over and not let in yet: they keep their place. */
export const pauseQueued = async (tx: Tx, flowId: string): Promise<void> =>
  void (await tx.sql`
    update due_queue set handled_at = clock_timestamp(), outcome = 'paused'
    where workspace_id = ${tx.workspaceId} and handled_at is null and rule_id in (${schedulesOf(tx, flowId)})`)

/** Those set aside go on, and a pace does not make up for the pause. */
export async function resumeQueued(
  tx: Tx,
  flowId: string,
  { now, pausedAt }: { now: Date; pausedAt: Date | null },
): Promise<void> {
  await tx.sql`
    update due_queue set handled_at = null, outcome = null, found_at = clock_timestamp()
    where workspace_id = ${tx.workspaceId} and outcome = 'paused' and rule_id in (${schedulesOf(tx, flowId)})`
  await tx.sql`
    update schedules set paced_from = paced_from + (${now}::timestamptz - ${pausedAt ?? now}::timestamptz)
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and retired_at is null and paced_from is not null`
}

const schedulesOf = ({ sql, workspaceId }: Tx, flowId: string) => sql`
  select id from due_rules where workspace_id = ${workspaceId} and flow_id = ${flowId} and kind = 'schedule'
    and retired_at is null`
