import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import type { Enrolment } from './enrolment'
import { enrolmentRow } from './enrolment-row'

/**
 * Writes back where an enrolment stands after a burst; an ended one loses its inbox and its queued messages.
 * @param keepMails it came to an End step: what was queued before it may still go out
 */
export const saveEnrolment = (
  tx: Tx,
  enrolment: Enrolment,
  { keepMails = false }: { keepMails?: boolean } = {},
): Promise<void> => save(tx, { enrolment, keepMails })

interface Saved {
  enrolment: Enrolment
  keepMails: boolean
}

const save = batched<Saved, void>(async (tx, saved) => {
  const enrolments = saved.map(({ enrolment }) => enrolment)
  await Promise.all([update(tx, enrolments), clearEnded(tx, saved)])
  return saved.map(() => undefined)
})

/** What entry has fixed is left as it is. */
const update = (tx: Tx, enrolments: readonly Enrolment[]) => tx.sql`
  update enrolments e set version = r.version, state = r.state, node_id = r.node_id, visit = r.visit, path = r.path,
    entered_node_at = r.entered_node_at, due_at = r.due_at, exit_due_at = r.exit_due_at, listens = r.listens,
    node_listens = r.node_listens, call_id = r.call_id, again = r.again, held_by = r.held_by, error = r.error,
    bursts = r.bursts, ended_at = r.ended_at, end_reason = r.end_reason, end_detail = r.end_detail,
    revenue_cents = r.revenue_cents, first_message_at = r.first_message_at, nudges = 0, nudged_at = null
  from jsonb_populate_recordset(null::enrolments, ${JSON.stringify(enrolments.map(enrolmentRow))}::jsonb) r
  where e.workspace_id = ${tx.workspaceId} and e.id = r.id`

async function clearEnded({ sql, workspaceId }: Tx, saved: readonly Saved[]) {
  const ended = saved.filter(({ enrolment }) => enrolment.state === 'ended')
  if (ended.length === 0) return
  const cut = ended.filter(
    ({ enrolment, keepMails }) => !keepMails && enrolment.endReason !== 'end',
  )
  await Promise.all([
    sql`
      delete from enrolment_inbox
      where workspace_id = ${workspaceId} and enrolment_id = any(${idsOf(ended)}::uuid[])`,
    cut.length > 0 &&
      sql`
        update messages set state = 'refused', reason = 'ended'
        where workspace_id = ${workspaceId} and enrolment_id = any(${idsOf(cut)}::uuid[])
          and state = 'queued'`,
  ])
}

const idsOf = (saved: readonly Saved[]) => saved.map(({ enrolment }) => enrolment.id)
