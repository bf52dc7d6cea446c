import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { retireTriggers } from '../due/replace-trigger'
import { endSendings } from '../sending/end-sendings'
import { letPeopleLeave, wakeInside } from './settle-people'

/** Nobody enters any more. The people inside finish on their version, or leave now. */
export function stopFlow(scope: Scope, flowId: string, people: 'finish' | 'leave'): Promise<void> {
  return inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { now } = await getClock(tx)
    const rows = await tx.sql`
      update flows set status = 'stopped', paused_at = null
      where workspace_id = ${tx.workspaceId} and id = ${flowId} and status in ('live', 'paused') returning id`
    if (rows.length === 0)
      throw new AppError('conflict', 'Only a live or paused scenario can be stopped.')
    await endSendings(tx, flowId, now)
    await retireTriggers(tx, flowId)
    if (people === 'leave') await letPeopleLeave(tx, flowId, now)
    // Whoever a pause held back goes on to the end.
    else await wakeInside(tx, flowId)
  })
}
