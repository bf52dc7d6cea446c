import { AppError } from '@relance/core/error/app-error'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { lockFlow } from '../flow/lock-draft'
import { putAct } from './put-act'

/** When a scenario ends by itself, and what becomes of those who are inside then. */
export interface EndRequest {
  at: Date
  people: 'finish' | 'leave'
}

/**
 * Lets a flow stop by itself at an instant. Replaces what was scheduled.
 * @throws AppError not-found; conflict where it neither runs nor is to start before; invalid with `field: "endAt"`
 */
export const scheduleEnd = (scope: Scope, flowId: string, end: EndRequest): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const flow = await lockFlow(tx, flowId)
    if (flow.status !== 'live' && flow.status !== 'paused') {
      const [start] = await tx.sql`
        select 1 from scheduled_acts where workspace_id = ${tx.workspaceId} and flow_id = ${flowId}
          and act = 'start' and outcome is null and at < ${end.at}`
      if (!start)
        throw new AppError('conflict', 'This scenario does not run, nor is it to start before.')
    }
    await putAct(tx, flowId, { act: 'end', ...end })
  })
