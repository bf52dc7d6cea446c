import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { CHECK_GONE, getCheck } from './get-check'
import type { CheckAsked, ExpectedPath, SavedCheck } from './saved-check'

/** From now on a check expects another path, with what is taken for unknown on it. Throws AppError not-found. */
export const expectPath = (
  scope: Scope,
  flowId: string,
  checkId: string,
  { asked, expected }: { asked: CheckAsked; expected: ExpectedPath },
): Promise<SavedCheck> =>
  inTransaction(scope, async (tx) => {
    const changed = await tx.sql`
      update saved_checks set asked = ${JSON.stringify(asked)}, expected = ${JSON.stringify(expected)}
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and id = ${checkId}`
    if (changed.count === 0) throw new AppError('not-found', CHECK_GONE)
    return getCheck(tx, flowId, checkId)
  })
