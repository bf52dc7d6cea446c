import { AppError } from '@relance/core/error/app-error'
import type { Sql } from '../connection/connect'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** A secret never changes, and each link that is followed asks for one. */
const known = new WeakMap<Sql, Map<string, Uint8Array>>()

/** The secret that signs links in the workspace's mails. Throws AppError not-found. */
export async function workspaceSecret(scope: Scope): Promise<Uint8Array> {
  const secrets = known.get(scope.sql) ?? new Map<string, Uint8Array>()
  known.set(scope.sql, secrets)
  const secret = secrets.get(scope.workspaceId) ?? (await readSecret(scope))
  secrets.set(scope.workspaceId, secret)
  return secret
}

const readSecret = (scope: Scope): Promise<Uint8Array> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<
      { secret: Uint8Array }[]
    >`select secret from workspaces where id = ${tx.workspaceId}`
    if (!row) throw new AppError('not-found', 'This workspace does not exist.')
    return row.secret
  })
