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
  /** The occurrence whose people are being taken, as the scenario's own clock calls it; null between two. */
  runningAt: Date | null
  /** The one that comes next. */
  occursAt: Date | null
  cursorContact: string | null
  /** When to look again; null: there is nothing more to come. */
  nextAt: Date | null
  /** Which of the occurrence's waves is under way, and how many people it has taken in all. */
  wave: number
  taken: number
  /** From when on its pace counts; null between two. */
  pacedFrom: Date | null
}

const scheduleColumns = (tx: Tx) => tx.sql`
  id, flow_id as "flowId", version, rule_id as "ruleId", rrule, running_at as "runningAt", occurs_at as "occursAt",
  cursor_contact as "cursorContact", next_at as "nextAt", wave, taken, paced_from as "pacedFrom"`

/** Locks a schedule whose moment has come, unless its scenario is paused. */
export async function takeSchedule(
  tx: Tx,
): Promise<{ schedule: Schedule; clock: WorkspaceClock } | undefined> {
  await planAfresh(tx)
  const clock = await getClock(tx)
  const [schedule] = await tx.sql<Schedule[]>`
    select ${scheduleColumns(tx)} from schedules
    where workspace_id = ${tx.workspaceId} and retired_at is null and next_at <= ${clock.now}
      and not exists (select 1 from flows f where f.workspace_id = schedules.workspace_id
        and f.id = schedules.flow_id and f.status = 'paused')
      and not ${isResting(tx, 'schedule', tx.sql`schedules.id`)}
    order by next_at limit 1 for update skip locked`
  return schedule && { schedule, clock }
}

/** The schedules of a flow that its live version draws. */
export const readSchedules = async (tx: Tx, flowId: string): Promise<Schedule[]> =>
  tx.sql<Schedule[]>`${drawnBy(tx, flowId)}`

/** The same, locked. */
export const lockSchedules = async (tx: Tx, flowId: string): Promise<Schedule[]> =>
  tx.sql<Schedule[]>`${drawnBy(tx, flowId)} for update`

const drawnBy = (tx: Tx, flowId: string) => tx.sql`
  select ${scheduleColumns(tx)} from schedules
  where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and retired_at is null order by id`

/**
 * Puts one batch of a schedule's audience into the queue, each once an occurrence.
 * @param turn when it is their turn, which is what their waits count from
 * @returns how many were not in it already
 */
export async function queueAudience(
  tx: Tx,
  { ruleId, at, turn }: { ruleId: string; at: Date; turn: Date },
  contactIds: string[],
): Promise<number> {
  const rows = await tx.sql`
    insert into due_queue (workspace_id, rule_id, contact_id, subject, crossing)
    select ${tx.workspaceId}, ${ruleId}, id, ${turn.toISOString()}, ${at} from unnest(${contactIds}::uuid[]) as id
    where not exists (select 1 from due_queue q where q.workspace_id = ${tx.workspaceId} and q.rule_id = ${ruleId}
      and q.contact_id = id and q.crossing = ${at})
    returning 1`
  return rows.length
}

/** Whether so many people of a line still wait in the queue: more would only lie there. */
export async function isBacklogged(tx: Tx, ruleId: string, most: number): Promise<boolean> {
  const [row] = await tx.sql<{ waiting: number }[]>`
    select count(*)::int as waiting from (
      select 1 from due_queue where workspace_id = ${tx.workspaceId} and handled_at is null and rule_id = ${ruleId}
      limit ${most}) q`
  return (row?.waiting ?? 0) >= most
}

/** Writes where a schedule stands: within an occurrence, or before its next one. */
export const saveSchedule = async (tx: Tx, scheduleId: string, s: Standing): Promise<void> =>
  void (await tx.sql`
    update schedules set running_at = ${s.runningAt}, occurs_at = ${s.occursAt}, cursor_contact = ${s.cursorContact},
      next_at = ${s.nextAt}, wave = ${s.wave}, taken = ${s.taken}, paced_from = ${s.pacedFrom}
    where workspace_id = ${tx.workspaceId} and id = ${scheduleId}`)

/** Where a schedule stands. */
export type Standing = Pick<
  Schedule,
  'runningAt' | 'occursAt' | 'cursorContact' | 'nextAt' | 'wave' | 'taken' | 'pacedFrom'
>

/** Before its next occurrence, or at its end. */
export const between = ({ occursAt, nextAt }: Occurrence): Standing => ({
  ...{ occursAt, nextAt, runningAt: null, cursorContact: null },
  ...{ wave: 0, taken: 0, pacedFrom: null },
})

/** An occurrence to come: what it is called, and when it begins. Both null: none. */
export interface Occurrence {
  occursAt: Date | null
  nextAt: Date | null
}

/** A schedule and the queue its people pass through. */
export async function insertSchedule(
  tx: Tx,
  s: { flowId: string; version: number; ruleId: string; rrule: string | null } & Occurrence,
): Promise<void> {
  await tx.sql`
    insert into schedules (workspace_id, id, flow_id, version, rule_id, rrule, occurs_at, next_at)
    values (${tx.workspaceId}, ${newId()}, ${s.flowId}, ${s.version}, ${s.ruleId}, ${s.rrule}, ${s.occursAt}, ${s.nextAt})`
}
