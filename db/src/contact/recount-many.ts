import type { Tx } from '../connection/scope'

/**
 * Orders of these contacts, counted anew as `recountOrders` does, with what a decline of the basket is told by, in one
 * pass: for many at once, and where triggers are silent. The tests of imports hold the two together.
 */
export async function recountMany(tx: Tx, contactIds: string[]): Promise<void> {
  const { sql, workspaceId } = tx
  const { latest, earlier } = await basketFigures(tx)
  await sql`
    with each as (
      select contact_id, at, revenue_cents - refunded_cents as paid,
        refunded_cents = 0 or refunded_cents < revenue_cents as stands,
        extract(epoch from at - lead(at) over newest)::float8 / 86400 as gap,
        count(*) filter (where refunded_cents = 0 or refunded_cents < revenue_cents) over (
          newest rows unbounded preceding) as place
      from orders where workspace_id = ${workspaceId} and contact_id = any(${contactIds}::uuid[])
      window newest as (partition by contact_id order by at desc, order_id desc)
    ), o as materialized (
      select contact_id, count(*) filter (where stands) as n, sum(paid) as revenue, min(at) as first, max(at) as last,
        percentile_cont(0.5) within group (order by gap) as gap,
        avg(paid) filter (where stands and place <= ${latest})
          / nullif(avg(paid) filter (where stands and place > ${latest}), 0) as ratio
      from each group by contact_id
    )
    update contact_state s
    set orders_count = o.n, revenue_cents = o.revenue, first_order_at = o.first, last_order_at = o.last,
      usual_order_gap_days = o.gap, basket_ratio = case when o.n >= ${latest + earlier} then o.ratio end
    from o
    where s.workspace_id = ${workspaceId} and s.contact_id = any(${contactIds}::uuid[]) and s.contact_id = o.contact_id`
}

/** How many orders are the latest, and how many before them they are compared with. */
async function basketFigures({ sql, workspaceId }: Tx) {
  const [row] = await sql<{ latest: number; earlier: number }[]>`
    select decline_figure(settings, 'lastOrders')::integer as latest,
      decline_figure(settings, 'earlierOrders')::integer as earlier
    from workspaces where id = ${workspaceId}`
  return row ?? { latest: 0, earlier: 0 }
}
