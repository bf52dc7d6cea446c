import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { askHeldAgain } from '../pressure/ask-held-again'
import { lockAnswer } from './lock-answer'
import { waitForAnswers } from './wait-for-answers'

/**
 * Somebody has seen to it: kept with who, when and what was agreed. Where it was the run's last open one, what waited
 * for it is asked about again at once.
 * @throws AppError not-found, conflict where it was seen to already
 */
export const closeAnswer = (scope: Scope, answerId: string, note: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { now } = await getClock(tx)
    const { enrolmentId, isDone } = await lockAnswer(tx, answerId)
    if (isDone) throw new AppError('conflict', 'Somebody has seen to this answer already.')
    await tx.sql`
      update answers set done_at = ${now}, done_by = ${tx.actor ?? null}, note = ${note.trim() || null}
      where workspace_id = ${tx.workspaceId} and id = ${answerId}`
    await waitForAnswers(tx, enrolmentId)
    await askHeldAgain(tx, { enrolmentId })
  })
