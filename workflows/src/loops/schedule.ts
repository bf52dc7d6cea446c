import { occurrenceAfter, scheduleOf } from '@relance/core/sending/schedule-of'
import { wavesOf } from '@relance/core/sending/waves'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { between, saveSchedule, takeSchedule } from '@relance/db/due/schedules'
import { countByZone } from '@relance/db/rule/count-by-zone'
import { audienceOf } from '@relance/db/sending/audience-of'
import { beginSending, getSending, zonesOfContacts } from '@relance/db/sending/sending'
import { type Occurring, takeBatch } from '../sending/take-batch'
import type { Loop } from './loop'
import { restOnFailure } from './rest-on-failure'

/** Takes a schedule's audience in when its turn comes, batch by batch and no faster than it says, then waits for the next. */
export const scheduleLoop: Loop = {
  queue: 'schedule',
  work: (engine, workspaceId) =>
    restOnFailure(engine, workspaceId, 'schedule', (about) =>
      inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
        const taken = await takeSchedule(tx)
        if (!taken) return 0
        const { schedule, clock } = taken
        about(schedule.id, schedule.flowId)
        const at = schedule.runningAt ?? schedule.occursAt ?? schedule.nextAt
        if (!at) return 0
        const plan = await engine.plans.get(tx, schedule.flowId, schedule.version)
        const timeZone = plan.settings.timeZone ?? clock.timeZone
        const occurring = { tx, schedule, plan, clock, timeZone, at }
        const sending = schedule.runningAt && (await getSending(tx, schedule.ruleId, at))
        if (!sending) return begin(occurring)
        return takeBatch(occurring, sending)
      }),
    ),
}

/** Counts an occurrence's audience and works out whose turn comes when. Of a date that is nobody's, nothing is noted. */
async function begin({ tx, schedule, plan, clock, timeZone, at }: Occurring): Promise<number> {
  const drawn = scheduleOf(plan)
  const { rule, besides } = audienceOf(plan, at, timeZone)
  const peopleByZone = await countByZone(tx, rule, { now: clock.now, timeZone, besides })
  const total = [...peopleByZone.values()].reduce((sum, people) => sum + people, 0)
  if (total === 0 && plan.nodes[plan.entry]?.type === 'on-date') {
    const { rrule } = schedule
    await saveSchedule(
      tx,
      schedule.id,
      between(occurrenceAfter(rrule, drawn?.isLocal ?? false, at, timeZone)),
    )
    return 1
  }
  const waves = drawn?.isLocal
    ? wavesOf(at, timeZone, await zonesOfContacts(tx), peopleByZone)
    : [{ at: at.toISOString(), zones: null }]
  const { flowId, version, ruleId } = schedule
  await beginSending(tx, { flowId, version, ruleId, at, waves, total, now: clock.now })
  await saveSchedule(tx, schedule.id, {
    ...{ runningAt: at, occursAt: null, cursorContact: null, wave: 0, taken: 0, pacedFrom: null },
    nextAt: new Date(waves[0]?.at ?? at),
  })
  return 1
}
