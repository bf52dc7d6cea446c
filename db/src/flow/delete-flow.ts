import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { getFlow } from './get-flow'

/** Deletes a flow that was never published: any other holds people's history. Throws AppError conflict. */
export const deleteFlow = (scope: Scope, flowId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { latest } = await getFlow(tx, flowId)
    if (latest > 0) {
      throw new AppError(
        'conflict',
        'This scenario was published. Stop it instead: people’s history stays readable.',
      )
    }
    await tx.sql`delete from flows where workspace_id = ${tx.workspaceId} and id = ${flowId} and latest = 0`
  })
