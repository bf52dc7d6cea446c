import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getFlow } from '../flow/get-flow'
import { lockFlow } from '../flow/lock-draft'
import { stopFlow } from '../flow/stop-flow'
import { closeRequest } from '../publish-request/answer-request'
import { closeActs } from '../scheduled-act/close-acts'

/**
 * Cancels what is sent to an audience at a set time before its first sending, whether it waits for its hour or for an
 * approval: nobody gets it, and it is told as cancelled until somebody publishes it after all.
 * @throws AppError not-found; conflict with `reason`: `no-audience` (it is no such scenario), `cancelled` (already),
 * `begun` (its first sending has), `over` (nothing of it is to come)
 */
export const cancelNewsletter = (scope: Scope, flowId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { status } = await lockFlow(tx, flowId)
    await requireToCome(tx, flowId)
    const { now } = await getClock(tx)
    await closeActs(tx, flowId, 'start')
    await closeActs(tx, flowId, 'end')
    await closeRequest(tx, flowId, { answer: 'withdrawn' })
    if (status === 'live' || status === 'paused') await stopFlow(tx, flowId, 'finish')
    await tx.sql`
      update flows set cancelled_at = ${now}, cancelled_by = ${tx.actor ?? null}
      where workspace_id = ${tx.workspaceId} and id = ${flowId}`
  })

async function requireToCome(tx: Tx, flowId: string): Promise<void> {
  const { sending, cancelled } = await getFlow(tx, flowId)
  const refuse = (reason: string, words: string) => new AppError('conflict', words, { reason })
  if (sending === null)
    throw refuse('no-audience', 'Only what is sent to an audience at a set time can be cancelled.')
  if (cancelled) throw refuse('cancelled', 'This newsletter was cancelled already.')
  if (sending === 'over') throw refuse('over', 'Nothing of this scenario is to come any more.')
  if (sending === 'under-way')
    throw refuse('begun', 'Its first sending has begun: cancel that sending instead.')
}
