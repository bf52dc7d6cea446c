import { askedOnce } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { isCounted, type OrderRange } from './scored-orders'

/** Days from the order of a rank to the next, over the customers who made both. */
export interface Latency {
  /** 1: from the first order to the second. */
  rank: number
  /** Customers who made both. */
  cases: number
  mean: number
  median: number
  /** 80th percentile by nearest rank. */
  p80: number
}

/** Works out how long customers take from each order to the next, in days between local dates, and keeps it. */
export const keepLatencies = async (tx: Tx, range: OrderRange, timeZone: string): Promise<void> => {
  const { sql, workspaceId } = tx
  await sql`delete from order_latencies where workspace_id = ${workspaceId}`
  await sql`
    insert into order_latencies (workspace_id, rank, cases, mean_days, median_days, p80_days)
    select ${workspaceId}, rank, count(*), avg(days), percentile_cont(0.5) within group (order by days),
      percentile_disc(0.8) within group (order by days)
    from (
      select row_number() over bought as rank,
        (lead(o.at) over bought at time zone ${timeZone})::date - (o.at at time zone ${timeZone})::date as days
      from orders o where ${isCounted(tx, range)}
      window bought as (partition by o.contact_id order by o.at, o.order_id)
    ) gaps where days is not null group by rank`
}

/** Latencies as they were last worked out, by rank. */
export const readLatencies = askedOnce(
  async ({ sql, workspaceId }): Promise<Latency[]> => [
    ...(await sql<Latency[]>`
    select rank, cases, mean_days as mean, median_days as median, p80_days as p80 from order_latencies
    where workspace_id = ${workspaceId} order by rank`),
  ],
)
