import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** Ends a key for good. Throws AppError not-found. */
export const revokeKey = (scope: Scope, keyId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const rows = await tx.sql`
      update api_keys set revoked_at = clock_timestamp()
      where workspace_id = ${tx.workspaceId} and id = ${keyId} and revoked_at is null returning id`
    if (rows.length === 0) throw new AppError('not-found', 'This key does not exist.')
  })
