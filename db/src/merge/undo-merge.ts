import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { shareWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { askExitsAgain } from '../contact/merge-enrolments'
import { recountAnew } from '../contact/recount-all'
import { liveRules, takeLate } from '../due/sweep-rules'
import { scoreCustomer } from '../score/score-customers'
import { rebuildSessions } from '../session/rebuild-sessions'
import { giveBackEnrolments } from './give-back-enrolments'
import { giveBackKnown } from './give-back-known'
import { giveBackPast } from './give-back-past'
import { type Merge, type MergeObstacle, mergeColumns, mergeSource } from './list-merges'
import type { Moved } from './note-merge'

type Loaded = Merge & { moved: Moved; storedAt: Date }

const words: Record<MergeObstacle, string> = {
  undone: 'This merge has been undone already.',
  'too-late': 'This merge is over 30 days old and can no longer be undone.',
  erased: 'One of the two was erased, so this merge can no longer be undone.',
  'joined-since': 'This customer was joined with another one since: undo that merge first.',
}

/**
 * Makes two customers of one again: what the one brought along goes back to it, runs included, and counters follow.
 * What happened since, and a run that ended because of the merge, stay as they are.
 * @returns the one that stands on its own again
 * @throws AppError not-found; conflict, with the reason, where it can no longer be undone
 */
export const undoMerge = (scope: Scope, mergeId: string): Promise<{ contactId: string }> =>
  inTransaction(scope, async (tx) => {
    await shareWorkspace(tx)
    const { fromId, intoId } = await readMerge(tx, mergeId)
    await tx.sql`
      select id from contacts where workspace_id = ${tx.workspaceId} and id = any(${[fromId, intoId]}::uuid[])
      order by id for update`
    const merge = await readMerge(tx, mergeId)
    if (merge.obstacle) {
      throw new AppError('conflict', words[merge.obstacle], { reason: merge.obstacle })
    }
    await giveBackEnrolments(tx, merge)
    await giveBackPast(tx, merge)
    await giveBackKnown(tx, merge)
    const clock = await getClock(tx)
    for (const contactId of [fromId, intoId]) {
      await rebuildSessions(tx, contactId)
      await recountAnew(tx, contactId)
      await askExitsAgain(tx, contactId, clock.now)
      await takeLate(tx, contactId, clock, await liveRules(tx))
    }
    await Promise.all([fromId, intoId].map((contactId) => scoreCustomer(tx, contactId)))
    await tx.sql`
      update contact_merges set undone_at = ${clock.now}, undone_by = ${scope.actor ?? null}, moved = null
      where workspace_id = ${tx.workspaceId} and id = ${mergeId}`
    return { contactId: fromId }
  })

async function readMerge(tx: Tx, mergeId: string): Promise<Loaded> {
  const [merge] = await tx.sql<Loaded[]>`
    select ${mergeColumns(tx)}, m.moved, m.stored_at as "storedAt" from ${mergeSource(tx)}
    where m.workspace_id = ${tx.workspaceId} and m.id = ${mergeId}`
  if (!merge) throw new AppError('not-found', 'This merge does not exist.')
  return merge
}
