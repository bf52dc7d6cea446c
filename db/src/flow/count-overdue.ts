import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** How many people of a flow have a wait that is over, or a message that is due, and are held by a pause. */
export function countOverdue(scope: Scope, flowId: string): Promise<number> {
  return inTransaction(scope, async (tx) => {
    const { now } = await getClock(tx)
    const [row] = await tx.sql<{ people: number }[]>`
      select count(*)::int as people from (
        select id from enrolments
        where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state = 'waiting' and due_at <= ${now}
        union
        select enrolment_id from messages
        where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state = 'queued' and send_at <= ${now}
      ) late`
    return row?.people ?? 0
  })
}
