import { addTo } from '@relance/core/time/add-to'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import { lockSchedules } from '../due/schedules'
import { onToNext } from './on-to-next'

/** Occurrences of a flow that should have begun longer ago than `laterThan` (ISO duration) are not made up for. */
export async function passOver(tx: Tx, flowId: string, laterThan: string): Promise<void> {
  const { now, timeZone } = await getClock(tx)
  for (const schedule of await lockSchedules(tx, flowId)) {
    const { nextAt, runningAt } = schedule
    if (runningAt || !nextAt || addTo(nextAt, laterThan, timeZone) >= now) continue
    await onToNext(tx, schedule, now)
  }
}
