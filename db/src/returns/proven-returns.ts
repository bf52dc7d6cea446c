import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { lastKnownDate, returnCells } from './return-cells'

/** What was expected of a cell one span ago, and what came of it. */
export interface ProvenCell {
  recency: number
  frequency: number
  people: number
  /** Share that was to be expected, learned from the span before; null where nobody had been in such a cell. */
  predicted: number | null
  /** Share that did return. */
  actual: number
}

/** The method held against the last 90 days: learned from the 90 before, as a list made then would have been. */
export const provenReturns = (scope: Scope | Tx): Promise<ProvenCell[]> =>
  inTransaction(scope, async (tx) => {
    const { now, timeZone } = await getClock(tx)
    const before = await returnCells(tx, lastKnownDate(now, timeZone, 2))
    const since = await returnCells(tx, lastKnownDate(now, timeZone))
    return since.map(({ recency, frequency, people, returned }) => ({
      recency,
      frequency,
      people,
      predicted:
        before.find((cell) => cell.recency === recency && cell.frequency === frequency)?.share ??
        null,
      actual: returned / people,
    }))
  })
