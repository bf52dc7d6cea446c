import { AppError } from '@relance/core/error/app-error'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { lockAnswer } from './lock-answer'
import { waitForAnswers } from './wait-for-answers'

/**
 * It is to be seen to after all, and its run waits for it again, counted from when it came.
 * @throws AppError not-found, conflict where it is open
 */
export const reopenAnswer = (scope: Scope, answerId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { enrolmentId, isDone } = await lockAnswer(tx, answerId)
    if (!isDone) throw new AppError('conflict', 'This answer is open.')
    await tx.sql`
      update answers set done_at = null, done_by = null
      where workspace_id = ${tx.workspaceId} and id = ${answerId}`
    await waitForAnswers(tx, enrolmentId)
  })
