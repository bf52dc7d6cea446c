import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { readChecks } from './read-checks'
import type { SavedCheck } from './saved-check'

export const CHECK_GONE = 'This check does not exist.'

/** One check of a flow. Throws AppError not-found. */
export const getCheck = (scope: Scope | Tx, flowId: string, checkId: string): Promise<SavedCheck> =>
  inTransaction(scope, async (tx) => {
    const [found] = await readChecks(tx, flowId, checkId)
    if (!found) throw new AppError('not-found', CHECK_GONE)
    return found
  })
