import { askedOnce } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { overEverybody } from './over-everybody'
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

/**
 * Works out how long customers take from each order to the next, in days between local dates, and keeps it. Gaps are
 * counted by their length first: there are few lengths, however many customers. The median lies between the two in
 * the middle where their number is even.
 */
export const keepLatencies = async (tx: Tx, range: OrderRange, timeZone: string): Promise<void> => {
  const { sql, workspaceId } = tx
  await overEverybody(tx)
  await sql`delete from order_latencies where workspace_id = ${workspaceId}`
  await sql`
    insert into order_latencies (workspace_id, rank, cases, mean_days, median_days, p80_days)
    with gaps as (
      select row_number() over bought as rank, lead("on") over bought - "on" as days
      from (select o.contact_id, o.at, o.order_id, (o.at at time zone ${timeZone})::date as "on" from orders o
        where ${isCounted(tx, range)}) o
      window bought as (partition by contact_id order by at, order_id)
    ), lengths as (
      select rank, days, count(*) as n from gaps where days is not null group by rank, days
    ), added as (
      select rank, days, n, sum(n) over (partition by rank order by days)::bigint as up_to,
        sum(n) over (partition by rank)::bigint as cases
      from lengths
    )
    select ${workspaceId}, rank, max(cases), sum(days * n)::float8 / max(cases),
      (min(days) filter (where up_to >= (cases + 1) / 2) + min(days) filter (where up_to >= cases / 2 + 1)) / 2.0,
      min(days) filter (where up_to >= ceil(0.8 * cases))
    from added group by rank`
}

/** Latencies as they were last worked out, by rank. */
export const readLatencies = askedOnce(
  async ({ sql, workspaceId }): Promise<Latency[]> => [
    ...(await sql<Latency[]>`
    select rank, cases, mean_days as mean, median_days as median, p80_days as p80 from order_latencies
    where workspace_id = ${workspaceId} order by rank`),
  ],
)
