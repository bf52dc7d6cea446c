import type { Drawn } from '@relance/core/draft/drawn'
import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { tellDraft } from './draft-channel'
import { FLOW_GONE } from './flow'

/** A change of a draft's document, and the draft it makes of the revision it was made on. */
export interface DocumentChange {
  flowId: string
  revision: number
  change: Uint8Array
  drawn: Drawn
  /** Who made it, by name; null for a program. */
  by: string | null
}

/**
 * Stores a change with the draft it makes, together. Answers the new revision; null when somebody else came first, so
 * that what they did must be taken in before it is tried again. Throws AppError not-found.
 */
export const saveDocument = (scope: Scope, changed: DocumentChange): Promise<number | null> =>
  inTransaction(scope, async (tx) => {
    const revision = await saveDrawn(tx, changed)
    if (revision !== null) {
      await addChange(tx, { ...changed, revision })
      return revision
    }
    const [flow] = await tx.sql`
      select 1 from flows where workspace_id = ${tx.workspaceId} and id = ${changed.flowId}`
    if (!flow) throw new AppError('not-found', FLOW_GONE)
    return null
  })

/** Writes what is drawn over the revision it was made on. Null when that is not the current one. */
export async function saveDrawn(
  tx: Tx,
  { flowId, revision, drawn }: Pick<DocumentChange, 'flowId' | 'revision' | 'drawn'>,
): Promise<number | null> {
  const { graph, positions, settings } = drawn
  const [saved] = await tx.sql<{ revision: number }[]>`
    update flows set graph = ${JSON.stringify(graph)}, positions = ${JSON.stringify(positions)},
      settings = ${JSON.stringify(settings)}, revision = revision + 1, edited_at = clock_timestamp(),
      edited_by = ${tx.actor ?? null}
    where workspace_id = ${tx.workspaceId} and id = ${flowId} and revision = ${revision}
    returning revision`
  return saved?.revision ?? null
}

/** Notes a change under the revision it made, and tells every process that has the draft open. */
export async function addChange(
  tx: Tx,
  { flowId, revision, change, by }: Omit<DocumentChange, 'drawn'>,
): Promise<void> {
  await tx.sql`
    insert into flow_updates (workspace_id, flow_id, revision, change, made_by)
    values (${tx.workspaceId}, ${flowId}, ${revision}, ${change}, ${by})`
  await tellDraft(tx, flowId, revision)
}
