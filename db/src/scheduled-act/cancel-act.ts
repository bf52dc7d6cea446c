import { AppError } from '@relance/core/error/app-error'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { getFlow } from '../flow/get-flow'
import { closeActs } from './close-acts'
import type { Act } from './scheduled-act'

/**
 * Cancels what is scheduled of a flow, or puts away what failed. Without its start, what does not run has no end either.
 * @throws AppError not-found, conflict where nothing is scheduled any more
 */
export const cancelAct = (scope: Scope, flowId: string, act: Act): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { status } = await getFlow(tx, flowId)
    if (!(await closeActs(tx, flowId, act)))
      throw new AppError('conflict', 'Nothing of the kind is scheduled any more.')
    if (act === 'start' && status !== 'live' && status !== 'paused')
      await closeActs(tx, flowId, 'end')
  })
