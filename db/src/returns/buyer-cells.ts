import type { Tx } from '../connection/scope'

/**
 * Buyers with their recency and frequency as of an instant, as a sub-select (contact_id, r, f). A score is
 * 1 + floor(5 × strictly worse / buyers), so that equal values always get equal scores; recency goes by the local day
 * of the last order, frequency by the orders before the instant. Orders refunded in full are none.
 */
export const buyerCells = ({ sql, workspaceId }: Tx, asOf: Date, timeZone: string) => sql`
  select contact_id, (1 + 5 * (rank() over (order by last_day) - 1) / count(*) over ())::integer as r,
    (1 + 5 * (rank() over (order by orders) - 1) / count(*) over ())::integer as f
  from (
    select contact_id, max((at at time zone ${timeZone})::date) as last_day, count(*) as orders from orders
    where workspace_id = ${workspaceId} and at < ${asOf} and (refunded_cents = 0 or refunded_cents < revenue_cents)
    group by contact_id
  ) bought`
