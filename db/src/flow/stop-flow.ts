import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { retireTriggers } from '../due/replace-trigger'
import { closeActs } from '../scheduled-act/close-acts'
import { endSendings } from '../sending/end-sendings'
import { letPeopleLeave, wakeInside } from './settle-people'

/** Nobody enters any more. The people inside finish on their version, or leave now. An end that was scheduled is none any more. */
export function stopFlow(
  scope: Scope | Tx,
  flowId: string,
  people: 'finish' | 'leave',
): Promise<void> {
  return inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { now } = await getClock(tx)
    const rows = await tx.sql`
      update flows set status = 'stopped', paused_at = null
      where workspace_id = ${tx.workspaceId} and id = ${flowId} and status in ('live', 'paused') returning id`
    if (rows.length === 0)
      throw new AppError('conflict', 'Only a live or paused scenario can be stopped.')
    await closeActs(tx, flowId, 'end')
    await endSendings(tx, flowId, now)
    await retireTriggers(tx, flowId)
    if (people === 'leave') await letPeopleLeave(tx, flowId, now)
    // Whoever a pause held back goes on to the end.
    else await wakeInside(tx, flowId)
  })
}
