import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getFlow } from '../flow/get-flow'
import { readChecks } from './read-checks'
import type { SavedCheck } from './saved-check'

/** A flow's checks in the order they were saved. Throws AppError not-found for an unknown flow. */
export const listChecks = (scope: Scope | Tx, flowId: string): Promise<SavedCheck[]> =>
  inTransaction(scope, async (tx) => {
    await getFlow(tx, flowId)
    return readChecks(tx, flowId)
  })
