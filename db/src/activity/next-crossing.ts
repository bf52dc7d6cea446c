import type { Rung } from '@relance/core/activity/ladder'
import { rungs } from '@relance/core/activity/ladder'
import { nextLocalTime } from '@relance/core/time/local-time'
import type { Tx } from '../connection/scope'
import { crossedGap } from './crossed-gap'
import { crossedRung } from './crossed-rung'
import { readActivitySettings } from './read-activity-settings'

/**
 * The first instant after `now`, and at or before `to`, at which time alone moves somebody down the ladder, makes a
 * gap too long, or the daily look finds somebody newly at risk; null when none does.
 */
export async function nextCrossing(
  tx: Tx,
  now: Date,
  to: Date,
  timeZone: string,
): Promise<Date | null> {
  const first = async (rung: Exclude<Rung, 'active'>, after: Date) => {
    const [crossed] = await crossedRung(tx, { rung, after, until: to, limit: 1 })
    return crossed && new Date(Math.max(crossed.at.getTime(), now.getTime() + 1))
  }
  const instants: (Date | undefined)[] = []
  for (const rung of rungs) if (rung !== 'active') instants.push(await first(rung, now))
  const [daily] = await tx.sql<{ watermark: Date }[]>`
    select watermark from activity_lines where workspace_id = ${tx.workspaceId} and line = 'at-risk-day'`
  const atRisk = daily && (await first('at-risk', daily.watermark))
  if (atRisk) {
    const { atRiskCheckAt } = await readActivitySettings(tx)
    instants.push(nextLocalTime(atRisk, { at: atRiskCheckAt }, timeZone))
  }
  const [gap] = await crossedGap(tx, { after: now, until: to, limit: 1 })
  instants.push(gap?.at)
  const times = instants.filter((at) => at !== undefined).map((at) => at.getTime())
  const earliest = Math.min(...times)
  return earliest <= to.getTime() ? new Date(earliest) : null
}
