import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { ring } from '../outbox/wake'
import { holdSegments } from './hold-segments'
import { segmentUses } from './segment-uses'

/**
 * Archives a segment; a worker then forgets its members, of which nobody is told.
 * @throws AppError not-found; conflict with `usedBy` while something speaks of it
 */
export const deleteSegment = (scope: Scope | Tx, segmentId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await holdSegments(tx)
    const usedBy = await segmentUses(tx, segmentId)
    const names = usedBy.map(({ name }) => name).join(', ')
    if (usedBy.length > 0)
      throw new AppError('conflict', `This segment is used in: ${names}.`, { usedBy })
    const gone = await tx.sql`
      update segments set archived_at = workspace_now(workspace_id), work = 'empty', cursor_contact = null
      where workspace_id = ${tx.workspaceId} and id = ${segmentId} and archived_at is null returning 1`
    if (gone.length === 0) throw new AppError('not-found', 'This segment does not exist.')
    await ring(tx, 'segments')
  })
