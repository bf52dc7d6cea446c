import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '@relance/core/plan/plan'
import { type BacktestWork, NO_FIGURES, NO_SHIFT } from '@relance/db/backtest/backtest'
import {
  failBacktest,
  keepConcerned,
  keepFigures,
  takeBacktest,
} from '@relance/db/backtest/backtests'
import { type Concern, findConcerned } from '@relance/db/backtest/find-concerned'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import type { Scope, Tx } from '@relance/db/connection/scope'
import { concernOfBoth } from '../backtest/concern-of-both'
import { countPath, noneYet } from '../backtest/count-path'
import { countShift } from '../backtest/count-shift'
import { concernOf } from '../backtest/occasions'
import { walkEntries } from '../backtest/walk-entries'
import type { Engine } from '../burst/engine'
import type { Loop } from './loop'

/** People of one turn: few enough that a cancellation is heard soon. */
const A_TURN = 20
/** Of more than these, a fair part is looked at; of fewer while somebody who edits a step waits for it. */
const MOST_PEOPLE = 5_000
const MOST_FOR_A_STEP = 500

/** Works at a back-test, some people a turn. A person who cannot be walked through stops nobody else. */
export const backtestLoop: Loop = {
  queue: 'backtest',
  async work(engine, workspaceId) {
    const scope = { workspaceId, sql: engine.sql }
    const work = await inTransaction(scope, takeBacktest)
    if (!work) return 0
    if (work.contactIds === null) await inTransaction(scope, (tx) => begin(tx, work))
    else await goOn(engine, scope, work, work.contactIds)
    return 1
  },
}

/** Finds whom it is about: the same people for both drawings. */
async function begin(tx: Tx, work: BacktestWork): Promise<void> {
  const { id, plan, compared, nodeId } = work
  const { timeZone } = await getClock(tx)
  const concernedBy = ({ nodes, entry, settings }: Plan): Concern | null => {
    const trigger = nodes[entry]
    const past = { ...work, timeZone, mode: settings.reentry.mode }
    return trigger ? concernOf(trigger, past) : null
  }
  const here = concernedBy(plan)
  if (!here) return failBacktest(tx, id, 'not-from-the-past')
  const there = compared && concernedBy(compared)
  const concern = there ? concernOfBoth(here, there) : here
  const most = nodeId === null ? MOST_PEOPLE : MOST_FOR_A_STEP
  await keepConcerned(tx, id, await findConcerned(tx, concern, most))
  await keepFigures(tx, id, {
    ...{ done: 0, figures: noneYet(plan), isOver: false },
    comparedFigures: there && compared && noneYet(compared),
    shift: there && nodeId !== null ? NO_SHIFT : null,
  })
}

async function goOn(
  engine: Engine,
  scope: Scope,
  work: BacktestWork,
  contactIds: string[],
): Promise<void> {
  const { id, plan, compared, nodeId, from, until, done: before } = work
  const turn = contactIds.slice(before, before + A_TURN)
  // One that was begun before hours were counted has none.
  const figures = structuredClone({ ...NO_FIGURES, ...work.figures })
  const isSame = compared !== null && walksAlike(plan, compared)
  const other = isSame ? figures : structuredClone(work.comparedFigures)
  const shift = structuredClone(work.shift)
  for (const contactId of turn) {
    try {
      const here = await walkEntries(engine, scope, { plan, from, until }, contactId)
      const there =
        compared && other && !isSame
          ? await walkEntries(engine, scope, { plan: compared, from, until }, contactId)
          : []
      // Counted once both are walked, so that each counts the same people.
      for (const { path, day } of here) countPath(figures, path, day)
      if (other && !isSame) for (const { path, day } of there) countPath(other, path, day)
      if (shift && nodeId !== null) countShift(shift, nodeId, here, isSame ? here : there)
    } catch (error) {
      if (isInfrastructure(error)) throw error
      figures.cutShort++
      engine.log.warn(
        { workspaceId: scope.workspaceId, contactId, err: error },
        'a back-test left somebody out',
      )
    }
  }
  const done = before + turn.length
  const isOver = done >= contactIds.length
  const counted = { done, figures, comparedFigures: other, shift, isOver }
  await inTransaction(scope, (tx) => keepFigures(tx, id, counted))
}

/** Whether two plans lead everybody the same way: one walk then tells of both. */
const walksAlike = (one: Plan, other: Plan): boolean =>
  isDeepStrictEqual({ ...one, version: 0 }, { ...other, version: 0 })
