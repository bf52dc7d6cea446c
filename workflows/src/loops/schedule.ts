import type { Plan } from '@relance/core/plan/plan'
import type { Rule } from '@relance/core/rule/rule'
import { nextOccurrence } from '@relance/core/time/next-occurrence'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { queueAudience, saveSchedule, takeSchedule } from '@relance/db/due/schedules'
import { selectMatching } from '@relance/db/rule/select-matching'
import type { Loop } from './loop'
import { restOnFailure } from './rest-on-failure'

const BATCH = 500

/** Takes a schedule's audience in at its instant, batch by batch, and works out the next one. */
export const scheduleLoop: Loop = {
  queue: 'schedule',
  work: (engine, workspaceId) =>
    restOnFailure(engine, workspaceId, 'schedule', (about) =>
      inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
        const taken = await takeSchedule(tx)
        if (!taken) return 0
        const { schedule, clock } = taken
        about(schedule.id, schedule.flowId)
        const at = schedule.runningAt ?? schedule.nextAt
        if (!at) return 0
        const plan = await engine.plans.get(tx, schedule.flowId, schedule.version)
        const timeZone = plan.settings.timeZone ?? clock.timeZone
        const { contactIds, next } = await selectMatching(tx, audienceOf(plan), {
          now: clock.now,
          timeZone,
          cursor: schedule.cursorContact,
          limit: BATCH,
        })
        await queueAudience(tx, schedule, at, contactIds)
        const more = next !== null
        const nextAt = more || !schedule.rrule ? null : nextOccurrence(schedule.rrule, at, timeZone)
        await saveSchedule(tx, schedule.id, {
          runningAt: more ? at : null,
          cursorContact: next,
          nextAt: more ? schedule.nextAt : nextAt,
        })
        return 1
      }),
    ),
}

/** Whom a schedule is for; of a segment's scenario, those who were in it already. */
function audienceOf({ nodes, entry }: Plan): Rule {
  const { type, config } = nodes[entry] ?? {}
  if (type === 'on-segment') return { segment: String(config?.segment), member: true }
  return (config?.audience as Rule | null | undefined) ?? { and: [] }
}
