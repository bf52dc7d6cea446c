import type { Plan } from '@relance/core/plan/plan'
import type { Tx } from '../connection/scope'
import { endSending } from './end-sending'

interface NewSchedule {
  flowId: string
  version: number
  ruleId: string
  rrule: string | null
  plan: Plan
  now: Date
}

/**
 * A version is published while an occurrence of the one before it is under way. Where both come at the same times,
 * whoever is still to come gets the new text; otherwise the rest of it is given up. Called in the transaction that
 * retired the schedule before.
 */
export async function carryOn(tx: Tx, s: NewSchedule): Promise<void> {
  const { sql, workspaceId } = tx
  const open = await sql<{ id: string; ruleId: string; at: Date; rrule: string | null }[]>`
    select s.id, s.rule_id as "ruleId", s.at, c.rrule from sendings s
    join schedules c on c.workspace_id = s.workspace_id and c.rule_id = s.rule_id
    where s.workspace_id = ${workspaceId} and s.flow_id = ${s.flowId} and s.cancelled_at is null
      and c.retired_at >= transaction_timestamp() and (s.queued_at is null or exists (
        select 1 from due_queue q where q.workspace_id = s.workspace_id and q.rule_id = s.rule_id
          and (q.handled_at is null or q.outcome = 'paused')))`
  for (const sending of open) {
    const isSame = s.rrule === null ? isAt(s.plan, sending.at) : s.rrule === sending.rrule
    if (!isSame) {
      await endSending(tx, sending.id, s.now)
      continue
    }
    await sql`
      update due_queue set rule_id = ${s.ruleId} where workspace_id = ${workspaceId} and rule_id = ${sending.ruleId}`
    await sql`
      update schedules n set running_at = o.running_at, occurs_at = coalesce(o.occurs_at, n.occurs_at), wave = o.wave,
        next_at = o.next_at, cursor_contact = o.cursor_contact, taken = o.taken, paced_from = o.paced_from
      from schedules o
      where n.workspace_id = ${workspaceId} and n.rule_id = ${s.ruleId} and o.workspace_id = n.workspace_id
        and o.rule_id = ${sending.ruleId} and o.running_at is not null`
    await sql`
      update sendings set rule_id = ${s.ruleId}, version = ${s.version}
      where workspace_id = ${workspaceId} and id = ${sending.id}`
  }
}

const isAt = ({ nodes, entry }: Plan, at: Date) =>
  new Date(String(nodes[entry]?.config.at)).getTime() === at.getTime()
