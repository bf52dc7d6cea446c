import { newId } from '@relance/core/id/ids'
import { getClock, type WorkspaceClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { isResting } from '../trouble/is-resting'

export interface Schedule {
  id: string
  flowId: string
  version: number
  ruleId: string
  rrule: string | null
  runningAt: Date | null
  cursorContact: string | null
  nextAt: Date | null
}

/** Locks a schedule whose instant has come, or whose people are still being taken. */
export async function takeSchedule(
  tx: Tx,
): Promise<{ schedule: Schedule; clock: WorkspaceClock } | undefined> {
  await planAfresh(tx)
  const clock = await getClock(tx)
  const [schedule] = await tx.sql<Schedule[]>`
    select id, flow_id as "flowId", version, rule_id as "ruleId", rrule, running_at as "runningAt",
      cursor_contact as "cursorContact", next_at as "nextAt"
    from schedules
    where workspace_id = ${tx.workspaceId} and retired_at is null
      and (running_at is not null or next_at <= ${clock.now})
      and not ${isResting(tx, 'schedule', tx.sql`schedules.id`)}
    order by coalesce(running_at, next_at) limit 1 for update skip locked`
  return schedule && { schedule, clock }
}

/** Puts one batch of a schedule's audience into the queue, at the scheduled instant. */
export const queueAudience = async (
  tx: Tx,
  schedule: Schedule,
  at: Date,
  contactIds: string[],
): Promise<void> =>
  void (await tx.sql`
    insert into due_queue (workspace_id, rule_id, contact_id, crossing)
    select ${tx.workspaceId}, ${schedule.ruleId}, id, ${at} from unnest(${contactIds}::uuid[]) as id
    on conflict do nothing`)

/** Writes where a schedule stands: within an occurrence, or before its next one (null: there is none). */
export const saveSchedule = async (
  tx: Tx,
  scheduleId: string,
  s: Pick<Schedule, 'runningAt' | 'cursorContact' | 'nextAt'>,
): Promise<void> =>
  void (await tx.sql`
    update schedules set running_at = ${s.runningAt}, cursor_contact = ${s.cursorContact}, next_at = ${s.nextAt}
    where workspace_id = ${tx.workspaceId} and id = ${scheduleId}`)

/** A schedule and the queue its people pass through. */
export async function insertSchedule(
  tx: Tx,
  s: { flowId: string; version: number; ruleId: string; rrule: string | null; nextAt: Date | null },
): Promise<void> {
  await tx.sql`
    insert into schedules (workspace_id, id, flow_id, version, rule_id, rrule, next_at)
    values (${tx.workspaceId}, ${newId()}, ${s.flowId}, ${s.version}, ${s.ruleId}, ${s.rrule}, ${s.nextAt})`
}
