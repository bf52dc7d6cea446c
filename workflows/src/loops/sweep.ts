import { inTransaction } from '@relance/db/connection/in-transaction'
import { advanceIntake } from '@relance/db/due/intakes'
import { purgeHandled, sweepRule, takeRule } from '@relance/db/due/sweep-rules'
import type { Loop } from './loop'
import { restOnFailure } from './rest-on-failure'

/** On a real clock a line is looked at this often; the cost is who crossed it, not who exists. */
const EVERY_MS = 1_000
const lastLook = new Map<string, number>()

/** Finds who has crossed a time trigger's line since the last look. */
export const sweepLoop: Loop = {
  queue: 'sweep',
  work: (engine, workspaceId) =>
    restOnFailure(engine, workspaceId, 'sweep', (about) =>
      inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
        const taken = await takeRule(tx)
        if (!taken) return 0
        const { rule, clock } = taken
        about(rule.id, rule.flowId)
        if (clock.kind === 'real' && !rule.cursorAt) {
          if (performance.now() - (lastLook.get(rule.id) ?? -EVERY_MS) < EVERY_MS) return 0
          lastLook.set(rule.id, performance.now())
          await purgeHandled(tx)
        }
        return Math.max(await sweepRule(tx, rule, clock), clock.kind === 'test' ? 1 : 0)
      }),
    ),
}

/** Takes those who were past a line already when it was published, batch by batch. */
export const intakeLoop: Loop = {
  queue: 'intake',
  work: (engine, workspaceId) =>
    restOnFailure(engine, workspaceId, 'intake', (about) =>
      inTransaction({ workspaceId, sql: engine.sql }, (tx) => advanceIntake(tx, about)),
    ),
}
