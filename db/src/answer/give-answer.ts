import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { listMembers } from '../member/members'
import { lockAnswer } from './lock-answer'

/**
 * Says who sees to an answer; null: nobody in particular.
 * @throws AppError not-found; invalid where the person is no member of the workspace
 */
export const giveAnswer = (scope: Scope, answerId: string, userId: string | null): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await lockAnswer(tx, answerId)
    const isMember = userId === null || (await listMembers(tx)).some((one) => one.userId === userId)
    if (!isMember)
      throw new AppError('invalid', 'This person is no member of the workspace.', {
        field: 'userId',
      })
    await tx.sql`
      update answers set owner = ${userId} where workspace_id = ${tx.workspaceId} and id = ${answerId}`
  })
