import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { CHECK_GONE } from './get-check'

/** Deletes a check of a flow. Throws AppError not-found. */
export const deleteCheck = (scope: Scope, flowId: string, checkId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const gone = await tx.sql`
      delete from saved_checks
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and id = ${checkId}`
    if (gone.count === 0) throw new AppError('not-found', CHECK_GONE)
  })
