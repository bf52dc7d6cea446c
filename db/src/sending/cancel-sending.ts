import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { lockSchedules } from '../due/schedules'
import { letLeave } from '../flow/settle-people'
import { endSending } from './end-sending'
import { onToNext } from './on-to-next'

interface Open {
  id: string
  at: Date
  /** When the last of its audience was handed over; null: some are still to be. */
  queuedAt: Date | null
  cancelledAt: Date | null
}

/**
 * Whoever has not been sent to by this occurrence is spared: nobody more enters, and those who are in and got nothing
 * leave. Whoever got a mail goes on. A schedule that repeats goes on with its next occurrence.
 * @returns how many people were spared
 * @throws AppError not-found; conflict with `reason`: `cancelled` (already), `over` (nobody is left to spare)
 */
export const cancelSending = (
  scope: Scope,
  flowId: string,
  sendingId: string,
): Promise<{ people: number }> =>
  inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const [sending] = await tx.sql<Open[]>`
      select id, at, queued_at as "queuedAt", cancelled_at as "cancelledAt" from sendings
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and id = ${sendingId} for update`
    if (!sending) throw new AppError('not-found', 'This sending does not exist.')
    if (sending.cancelledAt)
      throw new AppError('conflict', 'This sending was cancelled already.', { reason: 'cancelled' })
    const { now } = await getClock(tx)
    const kept = await endSending(tx, sendingId, now)
    const left = await letLeave(tx, now, gotNothing(tx, flowId, sendingId), 'left-by-cancel')
    if (sending.queuedAt && kept + left === 0)
      throw new AppError('conflict', 'Nobody of this sending is left to spare.', { reason: 'over' })
    await tx.sql`
      update sendings set cancelled = ${kept + left} where workspace_id = ${tx.workspaceId} and id = ${sendingId}`
    await goOn(tx, flowId, sending.at, now)
    return { people: kept + left }
  })

/** Those of a sending to whom nothing has gone, and nothing is going right now. */
const gotNothing = ({ sql, workspaceId }: Tx, flowId: string, sendingId: string) => sql`
  flow_id = ${flowId} and id > ${sendingId} and entry_data ->> 'sending' = ${sendingId}
  and not exists (select 1 from messages m where m.workspace_id = ${workspaceId} and m.enrolment_id = enrolments.id
    and m.state in ('sent', 'sending'))`

/** The schedule that was in the middle of it waits for its next occurrence. */
async function goOn(tx: Tx, flowId: string, at: Date, now: Date): Promise<void> {
  for (const schedule of await lockSchedules(tx, flowId))
    if (schedule.runningAt?.getTime() === at.getTime())
      await onToNext(tx, schedule, at > now ? at : now)
}
