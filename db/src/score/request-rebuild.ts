import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { parseInstant } from '@relance/core/time/parse-instant'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { ring } from '../outbox/wake'
import { ensureNight } from './nights'

/** An instant people wrote; a date is its midnight in the workspace's zone. Throws AppError invalid. */
export function readAsOf(text: string, timeZone: string): Date {
  const asOf = parseInstant(text, timeZone)
  if (!asOf) throw new AppError('invalid', 'asOf: is no date or instant.', { field: 'asOf' })
  return asOf
}

/**
 * Asks for everybody to be scored anew; a worker does it.
 * @param asOf only what was ordered before it counts; absent: everything, as of now
 * @throws AppError invalid for an instant that is none, or has not come yet
 */
export const requestRebuild = (
  scope: Scope | Tx,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<{ id: string }> =>
  inTransaction(scope, async (tx) => {
    const { now, timeZone } = await getClock(tx)
    const at = asOf === undefined ? now : readAsOf(asOf, timeZone)
    if (at > now) throw new AppError('invalid', 'asOf: lies in the future.', { field: 'asOf' })
    await ensureNight(tx)
    const id = newId()
    await tx.sql`
      insert into score_builds (workspace_id, id, as_of, pinned) values (${tx.workspaceId}, ${id}, ${at}, ${asOf !== undefined})`
    await ring(tx, 'score')
    return { id }
  })
