import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import type { Plan } from '@relance/core/plan/plan'
import { beginsAt, occurrenceAfter, scheduleOf } from '@relance/core/sending/schedule-of'
import type { Tx } from '../connection/scope'
import { carryOn } from '../sending/carry-on'
import type { DueLine, DueRule } from './due-rule'
import { type LatencyMeasure, withWaits } from './latency-line'
import { insertSchedule, type Occurrence } from './schedules'

type NewRule = Pick<DueRule, 'id' | 'flowId' | 'version' | 'kind' | 'line'>

/** How late a crossing may become known: a visitor often signs in long after the cart was left. */
const LATENESS = { cart: 'P1D', inactive: 'P1D', latency: 'P1D', schedule: 'P0D' } as const

/** The line or schedule a plan's trigger draws, or null: an event's trigger needs none. */
export function lineOf(plan: Plan): { kind: DueRule['kind']; line: DueLine } | null {
  const config = plan.nodes[plan.entry]?.config ?? {}
  switch (plan.nodes[plan.entry]?.type) {
    case 'on-cart-abandoned':
      return { kind: 'cart', line: { offset: String(config.idle) } }
    case 'on-inactive':
      return {
        kind: 'inactive',
        line: {
          offset: String(config.for),
          signals: config.signals as DueLine['signals'],
          match: config.match as DueLine['match'],
        },
      }
    case 'on-latency':
      return { kind: 'latency', line: latencyLine(config) }
    case 'on-date':
    case 'on-schedule':
      return { kind: 'schedule', line: { offset: 'P0D' } }
    default:
      return null
  }
}

/** Its waits are added where it is drawn or counted: they are those of the latest scoring. */
function latencyLine({ by, days, times }: Record<string, unknown>): DueLine {
  const fixed: DueLine = { by: 'fixed', offset: `P${Number(days ?? 0)}D`, signals: ['order'] }
  return by === 'fixed'
    ? fixed
    : {
        by: by as LatencyMeasure,
        offset: 'P0D',
        ...(by === 'own' && { times: Number(times ?? 1) }),
      }
}

/** Ends the lines and schedules of a flow: nobody new enters by them. */
export async function retireTriggers(tx: Tx, flowId: string): Promise<void> {
  await tx.sql`
    update due_rules set retired_at = clock_timestamp()
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and retired_at is null`
  await tx.sql`
    update schedules set retired_at = clock_timestamp()
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and retired_at is null`
  await tx.sql`
    update intakes set finished_at = clock_timestamp()
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and finished_at is null`
}

/**
 * Draws the line of a version published at `now`. Whoever crossed before it belongs to an intake, whoever
 * crosses after it to the sweep: disjoint, without a gap.
 */
export async function drawLine(
  tx: Tx,
  plan: Plan,
  now: Date,
  timeZone: string,
): Promise<NewRule | null> {
  const line = lineOf(plan)
  if (!line) return null
  const drawn = await withWaits(tx, line)
  const rule = { id: newId(), flowId: plan.flowId, version: plan.version, ...drawn }
  await tx.sql`
    insert into due_rules (workspace_id, id, flow_id, version, kind, line, lateness, watermark, since)
    values (${tx.workspaceId}, ${rule.id}, ${rule.flowId}, ${rule.version}, ${rule.kind},
      ${JSON.stringify(rule.line)}, ${LATENESS[rule.kind]}, ${now}, coalesce(${followed(tx, rule)}, ${now}))`
  if (rule.kind === 'schedule') {
    const rrule = scheduleOf(plan)?.rrule ?? null
    const first = await firstOccurrence(tx, plan, now, timeZone)
    await insertSchedule(tx, { ...rule, ruleId: rule.id, rrule, ...first })
    await carryOn(tx, { ...rule, ruleId: rule.id, rrule, plan, now })
  }
  return rule
}

/**
 * “Also those already in it”: takes the members of the segment whose entering starts a plan, once, as a schedule takes
 * its audience. Does nothing for any other plan.
 */
export async function takeMembers(tx: Tx, plan: Plan, now: Date): Promise<void> {
  if (!takesMembers(plan)) return
  const id = newId()
  const { flowId, version } = plan
  await tx.sql`
    insert into due_rules (workspace_id, id, flow_id, version, kind, line, lateness, watermark, since)
    values (${tx.workspaceId}, ${id}, ${flowId}, ${version}, 'schedule', '{"offset": "P0D"}', 'P0D', ${now}, ${now})`
  await insertSchedule(tx, { flowId, version, ruleId: id, rrule: null, occursAt: now, nextAt: now })
}

/** Whether a plan starts when somebody enters a segment. */
export function takesMembers({ nodes, entry }: Plan): boolean {
  const trigger = nodes[entry]
  return trigger?.type === 'on-segment' && trigger.config.change !== 'leaves'
}

/**
 * Since when the same line has been drawn by the version that this one replaces, retired in this very transaction:
 * who crossed a moment ago, and was not yet seen, is not lost between the two.
 */
const followed = ({ sql, workspaceId }: Tx, { flowId, kind, line }: NewRule) => sql`(
  select since from due_rules where workspace_id = ${workspaceId} and flow_id = ${flowId} and kind = ${kind}
    and line = ${JSON.stringify(line)}::jsonb and retired_at >= transaction_timestamp()
  order by retired_at desc limit 1)`

async function firstOccurrence(
  tx: Tx,
  plan: Plan,
  now: Date,
  timeZone: string,
): Promise<Occurrence> {
  const { at = null, rrule = null, isLocal = false } = scheduleOf(plan) ?? {}
  const owed = await owedOccurrence(tx, plan.flowId, rrule, now)
  if (rrule !== null)
    return owed
      ? { occursAt: owed, nextAt: beginsAt(owed, isLocal, timeZone) }
      : occurrenceAfter(rrule, isLocal, now, timeZone)
  if (at === null) throw new AppError('invalid', 'A schedule needs an instant or a recurrence.')
  const occursAt = new Date(at)
  const isOwed = owed?.getTime() === occursAt.getTime()
  const isOver = occursAt <= now && !isOwed && (await wasScheduled(tx, plan, at))
  return isOver
    ? { occursAt: null, nextAt: null }
    : { occursAt, nextAt: beginsAt(occursAt, isLocal, timeZone) }
}

/** What the schedule that this one replaces should have begun by now, and has not: a pause has kept it from it. */
async function owedOccurrence(
  { sql, workspaceId }: Tx,
  flowId: string,
  rrule: string | null,
  now: Date,
): Promise<Date | null> {
  const [schedule] = await sql<{ occursAt: Date | null }[]>`
    select occurs_at as "occursAt" from schedules
    where workspace_id = ${workspaceId} and flow_id = ${flowId} and rrule is not distinct from ${rrule}
      and retired_at >= transaction_timestamp() and running_at is null and next_at <= ${now}
    order by next_at limit 1`
  return schedule?.occursAt ?? null
}

/** Whether an earlier version had this very instant: it has had its hour, and does not come again with a new text. */
async function wasScheduled({ sql, workspaceId }: Tx, { flowId, version }: Plan, at: string) {
  const earlier = await sql`
    select 1 from flow_versions where workspace_id = ${workspaceId} and flow_id = ${flowId} and version < ${version}
      and plan #>> array['nodes', plan ->> 'entry', 'config', 'at'] = ${at} limit 1`
  return earlier.length > 0
}
