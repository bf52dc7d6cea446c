import { type ActivitySettings, activitySettings } from '@relance/core/activity/activity-settings'
import { AppError } from '@relance/core/error/app-error'
import { nextLocalTime } from '@relance/core/time/local-time'
import { readActivitySettings } from '../activity/read-activity-settings'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'

/**
 * Changes what the workspace calls quiet. Rungs are reckoned anew from then on; who stands on another one by the
 * change alone has moved nowhere, and starts nothing.
 * @throws AppError invalid where a rung would come before the one above it
 */
export async function changeActivitySettings(
  tx: Tx,
  change: Partial<ActivitySettings>,
): Promise<void> {
  const wanted = activitySettings.parse({ ...(await readActivitySettings(tx)), ...change })
  checkOrder(wanted)
  await tx.sql`
    update workspaces set settings = settings || ${JSON.stringify({ activity: wanted })}::jsonb where id = ${tx.workspaceId}`
  const { now, timeZone } = await getClock(tx)
  await tx.sql`
    update activity_lines set next_at = ${nextLocalTime(now, { at: wanted.atRiskCheckAt }, timeZone)}
    where workspace_id = ${tx.workspaceId} and line = 'at-risk-day'`
}

function checkOrder({ atRiskAfterDays, dormantAfterDays, lostAfterDays }: ActivitySettings) {
  if (atRiskAfterDays >= dormantAfterDays) throw outOfOrder('activity.dormantAfterDays')
  if (dormantAfterDays >= lostAfterDays) throw outOfOrder('activity.lostAfterDays')
}

const outOfOrder = (field: string) =>
  new AppError('invalid', 'Each step of the ladder must come later than the one before.', { field })
