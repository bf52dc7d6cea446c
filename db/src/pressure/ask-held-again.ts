import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import type { Tx } from '../connection/scope'
import { ring } from '../outbox/wake'

/**
 * Makes whatever the gate holds be asked about again at once: what held it has changed.
 * @param enrolmentId only what is held of one run
 */
export async function askHeldAgain(
  tx: Tx,
  { enrolmentId = null }: { enrolmentId?: string | null } = {},
): Promise<void> {
  const { sql, workspaceId } = tx
  const ofRun = (column: 'id' | 'enrolment_id') =>
    enrolmentId === null ? sql`true` : sql`${sql(column)} = ${enrolmentId}`
  await holdWorkspace(tx)
  const { now } = await getClock(tx)
  await sql`
    with freed as (
      update enrolments set due_at = ${now}
      where workspace_id = ${workspaceId} and state = 'waiting' and held_by is not null and due_at > ${now}
        and ${ofRun('id')} returning id
    )
    insert into outbox (workspace_id, enrolment_id) select ${workspaceId}, id from freed`
  await sql`
    update messages set retry_at = ${now}
    where workspace_id = ${workspaceId} and state = 'queued' and held_by is not null and retry_at > ${now}
      and ${ofRun('enrolment_id')}`
  await ring(tx, 'resume')
}
