import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { askHeldAgain } from '../pressure/ask-held-again'

/** The step goes on, and whoever it held is asked about again. Throws AppError not-found where no alarm stands. */
export const liftAlarm = (scope: Scope, flowId: string, nodeId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { now } = await getClock(tx)
    const rows = await tx.sql`
      update repeat_alarms set lifted_at = ${now}, lifted_by = ${scope.actor ?? null}
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and node_id = ${nodeId} and lifted_at is null
      returning id`
    if (rows.length === 0) throw new AppError('not-found', 'No alarm stands at this step.')
    await askHeldAgain(tx)
  })
