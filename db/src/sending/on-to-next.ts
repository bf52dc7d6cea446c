import { AppError } from '@relance/core/error/app-error'
import { occurrenceAfter, scheduleOf } from '@relance/core/sending/schedule-of'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import { between, type Schedule, saveSchedule } from '../due/schedules'
import { getPlan } from '../flow/live-flows'

/** A schedule leaves what it was at, and waits for its next occurrence after `after`; without one it has come to its end. */
export async function onToNext(tx: Tx, schedule: Schedule, after: Date): Promise<void> {
  const { timeZone } = await getClock(tx)
  const plan = await getPlan(tx, schedule.flowId, schedule.version)
  if (!plan) throw new AppError('internal', 'A schedule names a version that does not exist.')
  const zone = plan.settings.timeZone ?? timeZone
  const isLocal = scheduleOf(plan)?.isLocal ?? false
  await saveSchedule(
    tx,
    schedule.id,
    between(occurrenceAfter(schedule.rrule, isLocal, after, zone)),
  )
}
