import type { Tx } from '../connection/scope'
import type { Enrolment } from './enrolment'

/** Writes back where an enrolment stands after a burst; an ended one loses its inbox and its queued messages. */
export async function saveEnrolment(tx: Tx, e: Enrolment): Promise<void> {
  const written = tx.sql`
    update enrolments set version = ${e.version}, state = ${e.state}, node_id = ${e.nodeId}, visit = ${e.visit},
      path = ${JSON.stringify(e.path)}, entered_node_at = ${e.enteredNodeAt}, due_at = ${e.dueAt},
      exit_due_at = ${e.exitDueAt}, listens = ${e.listens}, node_listens = ${e.nodeListens}, call_id = ${e.callId}, again = ${e.again},
      held_by = ${e.heldBy}, error = ${e.error && JSON.stringify(e.error)}, bursts = ${e.bursts},
      ended_at = ${e.endedAt}, end_reason = ${e.endReason}, end_detail = ${e.endDetail},
      revenue_cents = ${e.revenueCents}, first_message_at = ${e.firstMessageAt}, nudges = 0, nudged_at = null
    where workspace_id = ${tx.workspaceId} and id = ${e.id}`
  if (e.state !== 'ended') return void (await written)
  await Promise.all([
    written,
    tx.sql`delete from enrolment_inbox where workspace_id = ${tx.workspaceId} and enrolment_id = ${e.id}`,
    // What an `end` step let pass behind it may still go out; every other end takes it back.
    e.endReason !== 'end' &&
      tx.sql`
        update messages set state = 'refused', reason = 'ended'
        where workspace_id = ${tx.workspaceId} and enrolment_id = ${e.id} and state = 'queued'`,
  ])
}
