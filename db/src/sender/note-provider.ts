import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** Notes, before it is done, that an attempt is handed to another provider. */
export const noteProvider = (
  scope: Scope | Tx,
  attemptId: string,
  provider: string,
): Promise<void> =>
  inTransaction(
    scope,
    async (tx) =>
      void (await tx.sql`
        update message_attempts set provider = ${provider}
        where workspace_id = ${tx.workspaceId} and id = ${attemptId}`),
  )
