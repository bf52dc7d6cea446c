import { inTransaction } from '@relance/db/connection/in-transaction'
import { nudgeLate } from '@relance/db/enrolment/nudge-late'
import type { Loop } from './loop'

const EVERY_MS = 5_000
const AT_ONCE = 200
const lastNudge = new Map<string, number>()

/** Every five seconds, wakes those who are late: lost starts, a wiped store, a run that somebody terminated. */
export const nudgeLoop: Loop = {
  queue: 'nudge',
  async work(engine, workspaceId) {
    if (performance.now() - (lastNudge.get(workspaceId) ?? -EVERY_MS) < EVERY_MS) return 0
    lastNudge.set(workspaceId, performance.now())
    const nudged = await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      nudgeLate(tx, AT_ONCE),
    )
    engine.meter.nudged(nudged)
    if (nudged > 0) engine.log.warn({ workspaceId, nudged }, 'woke enrolments that were late')
    return 0
  },
}
