import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { pauseQueued } from '../sending/pause-queued'
import { getFlow } from './get-flow'

const NOTHING_TO_COME = 'Nothing of this scenario is to come any more.'

/**
 * Holds everybody where they are: nobody enters, nothing is sent, nobody is dropped. Goals and exits still end runs.
 * @throws AppError conflict where it is not live; with `reason: "over"` where all of it has been sent
 */
export function pauseFlow(scope: Scope, flowId: string): Promise<void> {
  return inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { now } = await getClock(tx)
    const rows = await tx.sql`
      update flows set status = 'paused', paused_at = ${now}
      where workspace_id = ${tx.workspaceId} and id = ${flowId} and status = 'live' returning id`
    if (rows.length === 0) throw new AppError('conflict', 'Only a live scenario can be paused.')
    if ((await getFlow(tx, flowId)).sending === 'over')
      throw new AppError('conflict', NOTHING_TO_COME, { reason: 'over' })
    await pauseQueued(tx, flowId)
  })
}
