import type { Tx } from '../connection/scope'
import { overEverybody } from './over-everybody'
import { isCounted, type OrderRange } from './scored-orders'

/**
 * Scores everybody with an order that counts, into the table `scored` of this transaction: contact_id, last_at,
 * last_on (the local date), orders, cents, r, f, m, percentile, and `place`, from 1, in the order of the percentile.
 * Nothing is locked and nothing kept.
 * A score is `1 + floor(5 × strictly worse / everybody)`, so that equal values score alike; the percentile is the
 * share of those strictly worse by total, then revenue, then last order's date.
 */
export async function scoreEverybody(tx: Tx, range: OrderRange, timeZone: string): Promise<void> {
  const { sql } = tx
  await overEverybody(tx)
  await sql`
    create temporary table bought on commit drop as
    select contact_id, last_at, (last_at at time zone ${timeZone})::date as last_on, orders, cents from (
      select o.contact_id, max(o.at) as last_at, count(*)::integer as orders,
        sum(o.revenue_cents - o.refunded_cents)::bigint as cents
      from orders o where ${isCounted(tx, range)} group by o.contact_id) o`
  await sql`analyze bought`
  // A score hangs on the value alone, and there are fewer values than customers: only these are put in order.
  await sql`
    create temporary table scored on commit drop as
    with r as materialized (${scoresBy(tx, 'last_on')}), f as materialized (${scoresBy(tx, 'orders')}),
    m as materialized (${scoresBy(tx, 'cents')})
    select contact_id, last_at, last_on, orders, cents, r.score as r, f.score as f, m.score as m,
      (rank() over worst - 1)::float8 / count(*) over () as percentile, row_number() over worst as place
    from bought join r using (last_on) join f using (orders) join m using (cents)
    window worst as (order by r.score + f.score + m.score, cents, last_on)`
  await sql`analyze scored`
}

/** The score of each value of a column of `bought`. */
const scoresBy = ({ sql }: Tx, column: 'last_on' | 'orders' | 'cents') => sql`
  select ${sql(column)}, (1 + 5 * worse / everybody)::smallint as score from (
    select ${sql(column)}, (sum(count(*)) over (order by ${sql(column)}) - count(*))::bigint as worse,
      (sum(count(*)) over ())::bigint as everybody
    from bought group by ${sql(column)}) counted`
