import { batched } from '../connection/batched'
import type { Enrolment } from './enrolment'
import { enrolmentRow } from './enrolment-row'

/** Writes a new enrolment. False when this contact entered this flow with this key before. */
export const insertEnrolment = batched<Enrolment, boolean>(async (tx, enrolments) => {
  const rows = await tx.sql<{ id: string }[]>`
    insert into enrolments (workspace_id, id, flow_id, version, contact_id, entry_key, seed, state, node_id, visit,
      path, anchor_at, entered_at, entered_node_at, due_at, exit_due_at, listens, node_listens, call_id, again,
      held_by, error, entry_data, bursts, ended_at, end_reason, end_detail, revenue_cents, first_message_at)
    select ${tx.workspaceId}, id, flow_id, version, contact_id, entry_key, seed, state, node_id, visit,
      path, anchor_at, entered_at, entered_node_at, due_at, exit_due_at, listens, node_listens, call_id, again,
      held_by, error, entry_data, bursts, ended_at, end_reason, end_detail, revenue_cents, first_message_at
    from jsonb_populate_recordset(null::enrolments, ${JSON.stringify(enrolments.map(enrolmentRow))}::jsonb)
    on conflict (workspace_id, flow_id, contact_id, entry_key) do nothing
    returning id`
  const written = new Set(rows.map(({ id }) => id))
  return enrolments.map(({ id }) => written.has(id))
})
