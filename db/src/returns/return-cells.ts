import { subtractFrom } from '@relance/core/time/add-to'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'
import { buyerCells } from './buyer-cells'

/** Whoever orders within so many days counts as returned. */
export const RETURN_DAYS = 90
/** A cell of fewer people says too little by itself: it takes the share of all of its recency. */
const FEWEST = 50

/** Buyers of one recency and frequency, and how many of them ordered in the days after. */
export interface ReturnCell {
  recency: number
  frequency: number
  people: number
  returned: number
  /** What is expected of such people: the cell's share, or that of its row. */
  share: number
  borrowed: boolean
}

/** What the days after a date tell of the buyers before it, the most recent and frequent first. */
export const returnCells = (scope: Scope | Tx, asOf: Date): Promise<ReturnCell[]> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const { timeZone } = await getClock(tx)
    return tx.sql<ReturnCell[]>`
      with cells as materialized (${buyerCells(tx, asOf, timeZone)}), came as materialized (
        select distinct contact_id from orders where workspace_id = ${tx.workspaceId} and at >= ${asOf}
          and at < days_after(${asOf}, ${RETURN_DAYS}, ${timeZone})
      ), counted as (
        select r, f, count(*) as people, count(came.contact_id) as returned
        from cells left join came on came.contact_id = cells.contact_id group by r, f
      )
      select r as recency, f as frequency, people::int, returned::int, people < ${FEWEST} as borrowed,
        (case when people < ${FEWEST} then sum(returned) over (partition by r)::float8 / sum(people) over (partition by r)
          else returned::float8 / people end) as share
      from counted order by r desc, f desc`
  })

/** The date from which the last whole span of days lies behind, so that it is known who returned. */
export const lastKnownDate = (now: Date, timeZone: string, spans = 1): Date =>
  subtractFrom(now, `P${RETURN_DAYS * spans}D`, timeZone)
