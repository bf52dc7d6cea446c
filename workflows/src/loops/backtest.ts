import { NO_FIGURES } from '@relance/db/backtest/backtest'
import {
  failBacktest,
  keepConcerned,
  keepFigures,
  takeBacktest,
} from '@relance/db/backtest/backtests'
import { findConcerned } from '@relance/db/backtest/find-concerned'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { concernOf } from '../backtest/occasions'
import { testContact } from '../backtest/test-contact'
import type { Loop } from './loop'

/** People of one turn: few enough that a cancellation is heard soon. */
const A_TURN = 20
/** Of more than these, a fair part is looked at. */
const MOST_PEOPLE = 5_000

/** Works at a back-test, some people a turn. A person who cannot be walked through stops nobody else. */
export const backtestLoop: Loop = {
  queue: 'backtest',
  async work(engine, workspaceId) {
    const scope = { workspaceId, sql: engine.sql }
    const work = await inTransaction(scope, takeBacktest)
    if (!work) return 0
    const trigger = work.plan.nodes[work.plan.entry]
    if (work.contactIds === null) {
      await inTransaction(scope, async (tx) => {
        const { timeZone } = await getClock(tx)
        const past = { ...work, timeZone, mode: work.plan.settings.reentry.mode }
        const concern = trigger && concernOf(trigger, past)
        if (!concern) return failBacktest(tx, work.id, 'not-from-the-past')
        await keepConcerned(tx, work.id, await findConcerned(tx, concern, MOST_PEOPLE))
        await keepFigures(tx, work.id, { done: 0, figures: NO_FIGURES, isOver: false })
      })
      return 1
    }
    const turn = work.contactIds.slice(work.done, work.done + A_TURN)
    // One that was begun before hours were counted has none.
    const figures = structuredClone({ ...NO_FIGURES, ...work.figures })
    for (const contactId of turn) {
      try {
        await testContact(engine, scope, work, contactId, figures)
      } catch (error) {
        if (isInfrastructure(error)) throw error
        figures.cutShort++
        engine.log.warn({ workspaceId, contactId, err: error }, 'a back-test left somebody out')
      }
    }
    const done = work.done + turn.length
    const isOver = done >= work.contactIds.length
    await inTransaction(scope, (tx) => keepFigures(tx, work.id, { done, figures, isOver }))
    return 1
  },
}
