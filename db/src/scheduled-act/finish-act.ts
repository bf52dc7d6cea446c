import type { Words } from '@relance/core/words/language'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'

/** Says what became of an act that was taken: done, nothing left to do, or failed and why. Said once. */
export async function finishAct(
  tx: Tx,
  id: string,
  end: { outcome: 'done' | 'cancelled' } | { outcome: 'failed'; failure: Words },
): Promise<void> {
  const { now } = await getClock(tx)
  await tx.sql`
    update scheduled_acts set outcome = ${end.outcome}, ended_at = ${now}, ended_by = ${tx.actor ?? null},
      failure = ${'failure' in end ? JSON.stringify(end.failure) : null}
    where workspace_id = ${tx.workspaceId} and id = ${id} and outcome is null`
}
