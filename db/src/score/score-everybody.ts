import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { isCounted, type OrderRange } from './scored-orders'

/** Everybody at once is more work than one statement may otherwise be. */
const TIMEOUT = '120s'
const SORT_MEMORY = '96MB'

/**
 * Scores everybody with an order that counts, into the table `scored` of this transaction: contact_id, last_at,
 * last_on (the local date), orders, cents, r, f, m, percentile. Nothing is locked and nothing kept.
 * A score is `1 + floor(5 × strictly worse / everybody)`, so that equal values score alike; the percentile is the
 * share of those strictly worse by total, then revenue, then last order's date.
 */
export async function scoreEverybody(tx: Tx, range: OrderRange, timeZone: string): Promise<void> {
  const { sql } = tx
  await planAfresh(tx)
  await sql`select set_config('statement_timeout', ${TIMEOUT}, true), set_config('work_mem', ${SORT_MEMORY}, true)`
  await sql`
    create temporary table scored on commit drop as
    with bought as (
      select o.contact_id, max(o.at) as last_at, (max(o.at) at time zone ${timeZone})::date as last_on,
        count(*)::integer as orders, sum(o.revenue_cents - o.refunded_cents)::bigint as cents
      from orders o where ${isCounted(tx, range)} group by o.contact_id
    ), measured as (
      select *, 1 + 5 * (rank() over (order by last_on) - 1) / count(*) over () as r,
        1 + 5 * (rank() over (order by orders) - 1) / count(*) over () as f,
        1 + 5 * (rank() over (order by cents) - 1) / count(*) over () as m
      from bought
    )
    select contact_id, last_at, last_on, orders, cents, r::smallint, f::smallint, m::smallint,
      (rank() over (order by r + f + m, cents, last_on) - 1)::float8 / count(*) over () as percentile
    from measured`
  await sql`analyze scored`
}
