import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { FLOW_GONE } from './flow'

/** Throws AppError not-found. */
export const renameFlow = (scope: Scope, flowId: string, name: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const rows = await tx.sql`
      update flows set name = ${name} where workspace_id = ${tx.workspaceId} and id = ${flowId} returning id`
    if (rows.length === 0) throw new AppError('not-found', FLOW_GONE)
  })
