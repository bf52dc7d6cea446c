import type { Plan } from '@relance/core/plan/plan'
import { allowedBy, countedOn, nextRoomAt } from '@relance/core/sending/pace'
import { occurrenceAfter, scheduleOf } from '@relance/core/sending/schedule-of'
import type { WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import {
  between,
  isBacklogged,
  queueAudience,
  type Schedule,
  saveSchedule,
} from '@relance/db/due/schedules'
import { selectMatching } from '@relance/db/rule/select-matching'
import { audienceOf, paceOfPlan } from '@relance/db/sending/audience-of'
import { countQueued, type Sending } from '@relance/db/sending/sending'
import { allOf, notQueued, ofZones } from '@relance/db/sending/whose-turn'

/** A schedule whose moment has come, locked. */
export interface Occurring {
  tx: Tx
  schedule: Schedule
  plan: Plan
  clock: WorkspaceClock
  timeZone: string
  /** The occurrence, as the scenario's own clock calls it. */
  at: Date
}

const BATCH = 2_000
/** So many wait in the queue at most: a pause or a cancellation then has little to take back, and a table stays small. */
const IN_QUEUE = 2_000

/** Hands over those whose turn it is, as many as the pace allows. 0 when the queue is full: the next look goes on. */
export async function takeBatch(occurring: Occurring, sending: Sending): Promise<number> {
  const { tx, schedule, plan, clock, timeZone, at } = occurring
  const wave = sending.waves[schedule.wave]
  if (!wave) return end(occurring, sending, 0)
  const turn = new Date(wave.at)
  const pace = paceOfPlan(plan, sending.total)
  const began = schedule.pacedFrom ?? laterOf(turn, clock.now)
  const pacedFrom =
    pace === null ? began : countedOn(pace, { from: began, taken: schedule.taken, now: clock.now })
  const room = pace === null ? BATCH : allowedBy(pace, pacedFrom, clock.now) - schedule.taken
  if (pace !== null && room <= 0) {
    const nextAt = nextRoomAt(pace, pacedFrom, schedule.taken)
    await saveSchedule(tx, schedule.id, { ...schedule, pacedFrom, nextAt })
    return 1
  }
  if (await isBacklogged(tx, schedule.ruleId, IN_QUEUE)) return 0
  const { rule, besides } = audienceOf(plan, at, timeZone)
  const { contactIds, next } = await selectMatching(tx, rule, {
    now: clock.now,
    timeZone,
    cursor: schedule.cursorContact,
    limit: Math.min(BATCH, room),
    besides: allOf(
      wave.zones || schedule.wave === 0 ? ofZones(wave.zones) : notQueued(schedule.ruleId, at),
      ...(besides ? [besides] : []),
    ),
  })
  const queued = await queueAudience(tx, { ruleId: schedule.ruleId, at, turn }, contactIds)
  if (next === null && !sending.waves[schedule.wave + 1]) return end(occurring, sending, queued)
  await countQueued(tx, sending.id, { queued, isLast: false, now: clock.now })
  const following = sending.waves[schedule.wave + 1]
  await saveSchedule(tx, schedule.id, {
    ...{ runningAt: at, occursAt: null, pacedFrom, taken: schedule.taken + queued },
    ...(next === null && following
      ? { wave: schedule.wave + 1, cursorContact: null, nextAt: new Date(following.at) }
      : { wave: schedule.wave, cursorContact: next, nextAt: schedule.nextAt }),
  })
  return 1
}

/** Everybody is handed over: on to the next occurrence. One that was missed meanwhile is not made up for. */
async function end(
  { tx, schedule, plan, clock, timeZone, at }: Occurring,
  sending: Sending,
  queued: number,
) {
  await countQueued(tx, sending.id, { queued, isLast: true, now: clock.now })
  const isLocal = scheduleOf(plan)?.isLocal ?? false
  const following = occurrenceAfter(schedule.rrule, isLocal, laterOf(at, clock.now), timeZone)
  await saveSchedule(tx, schedule.id, between(following))
  return 1
}

const laterOf = (a: Date, b: Date) => (a > b ? a : b)
