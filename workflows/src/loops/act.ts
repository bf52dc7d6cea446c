import { holdWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope, Tx } from '@relance/db/connection/scope'
import { getFlow } from '@relance/db/flow/get-flow'
import { stopFlow } from '@relance/db/flow/stop-flow'
import { finishAct } from '@relance/db/scheduled-act/finish-act'
import {
  findDueAct,
  type TakenAct,
  type TakenStart,
  takeAct,
} from '@relance/db/scheduled-act/take-act'
import { endTrouble } from '@relance/db/trouble/note-trouble'
import { requireConfirmedChecks } from '../scheduled/confirmed-checks'
import { failureOf } from '../scheduled/failure-of'
import { startScheduled } from '../scheduled/start-scheduled'
import type { Loop } from './loop'
import { restOnFailure } from './rest-on-failure'

/** Lets a draft go live, or a scenario end, when the instant that was set for it has come. */
export const actLoop: Loop = {
  queue: 'act',
  work: (engine, workspaceId) =>
    restOnFailure(engine, workspaceId, 'act', async (about) => {
      const scope = { workspaceId, sql: engine.sql }
      const due = await inTransaction(scope, findDueAct)
      if (!due) return 0
      about(due.id, due.flowId)
      try {
        if (due.act === 'start') await requireConfirmedChecks(engine, scope, due)
        await inTransaction(scope, async (tx) => {
          // The gate comes first: whoever waits for it finds the act done.
          await holdWorkspace(tx)
          const taken = await takeAct(tx, due.id)
          if (taken?.act === 'start') await startScheduled(tx, taken, 'en')
          else if (taken) await end(tx, taken)
          await endTrouble(tx, 'act', due.id)
        })
        return 1
      } catch (error) {
        if (due.act === 'start' && (await tellFailure(scope, due, error))) return 1
        throw error
      }
    }),
}

/** What is not running any more has nothing to end. */
async function end(tx: Tx, { id, flowId, people }: Extract<TakenAct, { act: 'end' }>) {
  const { status } = await getFlow(tx, flowId)
  const isRunning = status === 'live' || status === 'paused'
  await finishAct(tx, id, { outcome: isRunning ? 'done' : 'cancelled' })
  if (isRunning) await stopFlow(tx, flowId, people)
}

/** Keeps why a start was refused; nothing of it has happened. False where it was not refused, but could not be done. */
const tellFailure = (scope: Scope, start: TakenStart, error: unknown): Promise<boolean> =>
  inTransaction(scope, async (tx) => {
    const failure = await failureOf(tx, start, error)
    if (failure) await finishAct(tx, start.id, { outcome: 'failed', failure })
    return failure !== null
  })
