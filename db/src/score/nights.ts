import { nextLocalTime } from '@relance/core/time/local-time'
import { getClock } from '../clock/workspace-clock'
import { askedOnce } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { getScoreSettings } from './get-score-settings'

/** The first night after now. */
async function nextNight(tx: Tx): Promise<Date> {
  const { now, timeZone } = await getClock(tx)
  const { rebuildAt } = await getScoreSettings(tx)
  return nextLocalTime(new Date(now.getTime() + 1), { at: rebuildAt }, timeZone)
}

/** From now on everybody is scored anew each night; nothing where that is so already. */
export const ensureNight = askedOnce(async (tx): Promise<void> => {
  const nightAt = await nextNight(tx)
  await tx.sql`
    insert into score_state (workspace_id, next_at) values (${tx.workspaceId}, ${nightAt}) on conflict do nothing`
})

/** Whether the night has come; then the next one is set. Nights that were missed come once. */
export async function takeNight(tx: Tx): Promise<boolean> {
  const { now } = await getClock(tx)
  const taken = await tx.sql`
    update score_state set next_at = ${await nextNight(tx)}
    where workspace_id = ${tx.workspaceId} and next_at <= ${now} returning 1`
  return taken.length > 0
}

/** The next night is when the settings say so now; nothing where nobody is scored. */
export const moveNight = async (tx: Tx): Promise<void> =>
  void (await tx.sql`
    update score_state set next_at = ${await nextNight(tx)} where workspace_id = ${tx.workspaceId}`)
