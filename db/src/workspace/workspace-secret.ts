import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** The secret that signs links in the workspace's mails. Throws AppError not-found. */
export const workspaceSecret = (scope: Scope | Tx): Promise<Uint8Array> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<
      { secret: Uint8Array }[]
    >`select secret from workspaces where id = ${tx.workspaceId}`
    if (!row) throw new AppError('not-found', 'This workspace does not exist.')
    return row.secret
  })
