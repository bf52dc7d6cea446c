import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getFlow } from '../flow/get-flow'

export type RequestAnswer =
  /** Those that ask for a later draft than `upTo` stay open. */
  | { answer: 'published'; upTo: number }
  | { answer: 'withdrawn' }
  | { answer: 'declined'; reason: string }

/** Closes the open request of a flow under the name of whoever answers; whether there was one. */
export async function closeRequest(tx: Tx, flowId: string, given: RequestAnswer): Promise<boolean> {
  const { now } = await getClock(tx)
  const upTo = 'upTo' in given ? given.upTo : null
  const closed = await tx.sql`
    update publish_requests set answer = ${given.answer}, answered_by = ${tx.actor ?? null}, answered_at = ${now},
      reason = ${'reason' in given ? given.reason.trim() : null}
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and answer is null
      and (${upTo}::int is null or revision <= ${upTo})`
  return closed.count > 0
}

/**
 * Declines the open request of a flow, or takes it back.
 * @throws AppError not-found, conflict where nothing is asked any more
 */
export const answerRequest = (scope: Scope, flowId: string, given: RequestAnswer): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await getFlow(tx, flowId)
    if (!(await closeRequest(tx, flowId, given)))
      throw new AppError('conflict', 'Nobody asks for this scenario to be published any more.')
  })
