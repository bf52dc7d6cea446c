import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

const CHANGES_KEPT = '7 days'

/**
 * Keeps a document as it stands at a revision, so that it opens without each change since its first. Changes stay for
 * a week: they say who did what.
 */
export const foldDocument = (
  scope: Scope,
  { flowId, revision, state }: { flowId: string; revision: number; state: Uint8Array },
): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const folded = await tx.sql`
      update flow_documents set revision = ${revision}, state = ${state}
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and revision < ${revision}
      returning 1`
    if (folded.length === 0) return
    await tx.sql`
      delete from flow_updates where workspace_id = ${tx.workspaceId} and flow_id = ${flowId}
        and revision <= ${revision} and made_at < clock_timestamp() - ${CHANGES_KEPT}::interval`
  })
