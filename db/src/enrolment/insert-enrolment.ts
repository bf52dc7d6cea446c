import type { Tx } from '../connection/scope'
import type { Enrolment } from './enrolment'

/** Writes a new enrolment. False when this contact entered this flow with this key before. */
export async function insertEnrolment(tx: Tx, e: Enrolment): Promise<boolean> {
  const rows = await tx.sql`
    insert into enrolments (workspace_id, id, flow_id, version, contact_id, entry_key, seed, state, node_id,
      anchor_at, entered_at, entered_node_at, entry_data)
    values (${tx.workspaceId}, ${e.id}, ${e.flowId}, ${e.version}, ${e.contactId}, ${e.entryKey}, ${e.seed},
      'waiting', ${e.nodeId}, ${e.anchorAt}, ${e.enteredAt}, ${e.enteredNodeAt}, ${JSON.stringify(e.entryData)})
    on conflict (workspace_id, flow_id, contact_id, entry_key) do nothing
    returning id`
  return rows.length > 0
}
