import type { Tx } from '../connection/scope'
import { urgentAt } from '../outbox/wake'

/** Writes a wake for every enrolment that has not ended, the first due first. How many. */
export async function wakeEverybody(tx: Tx): Promise<number> {
  const rows = await tx.sql`
    insert into outbox (workspace_id, enrolment_id, kind, urgent_at)
    select workspace_id, id, case when is_actionable(e, workspace_now(workspace_id)) then 'wake' else 'start' end,
      ${urgentAt(tx)}
    from enrolments e where workspace_id = ${tx.workspaceId} and state <> 'ended'
    order by coalesce(due_at, exit_due_at, 'infinity') returning id`
  return rows.length
}
