import type { Tx } from '../connection/scope'
import { endSending } from './end-sending'

/** Gives up what is under way of a flow's sendings. Does nothing for those who are in already. */
export async function endSendings(tx: Tx, flowId: string, now: Date): Promise<void> {
  const open = await tx.sql<{ id: string }[]>`
    select s.id from sendings s
    where s.workspace_id = ${tx.workspaceId} and s.flow_id = ${flowId} and s.cancelled_at is null
      and (s.queued_at is null or exists (
        select 1 from due_queue q where q.workspace_id = s.workspace_id and q.rule_id = s.rule_id
          and q.crossing = s.at and (q.handled_at is null or q.outcome = 'paused')))`
  for (const { id } of open) await endSending(tx, id, now)
}
