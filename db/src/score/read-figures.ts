import type { Concentration, RfmCell, RfmFigures } from '@relance/core/score/rfm-figures'
import type { ScoreSettings } from '@relance/core/score/score-settings'
import type { Tx } from '../connection/scope'

/** What `scoreEverybody` has found in this transaction, summed up. */
export async function readFigures(tx: Tx, settings: ScoreSettings): Promise<RfmFigures> {
  const cells = await tx.sql<RfmCell[]>`
    select r, f, m, count(*)::int as customers, sum(cents)::bigint as "revenueCents", min(last_on) as "firstOn",
      min(orders) as "fewestOrders", min(cents) as "leastCents"
    from scored group by r, f, m order by r desc, f desc, m desc`
  return {
    customers: cells.reduce((sum, { customers }) => sum + customers, 0),
    revenueCents: cells.reduce((sum, { revenueCents }) => sum + revenueCents, 0),
    cells: [...cells],
    concentration: await readConcentration(tx, settings),
  }
}

const NOBODY: Concentration = {
  top: { customers: 0, revenueCents: 0, leastCents: 0 },
  aimed: { customers: 0, leastCents: 0 },
  curve: [],
}

/** Sorted by revenue and added up, as the law of 80/20 is measured. */
async function readConcentration(
  { sql }: Tx,
  { topShare, aimedRevenueShare }: ScoreSettings,
): Promise<Concentration> {
  const [row] = await sql<Concentration[]>`
    with added as materialized (
      select cents, row_number() over best as n, (sum(cents) over (best rows unbounded preceding))::float8 as so_far
      from scored window best as (order by cents desc)
    ), everybody as materialized (
      select count(*) as customers, sum(cents)::float8 as revenue from scored
    ), marks as materialized (
      select step, greatest(1, ceil(customers * step / 20.0))::bigint as n from everybody, generate_series(1, 20) step
    ), top as (
      select added.* from added, everybody where n <= ceil(customers * ${topShare}::float8) order by n desc limit 1
    ), aimed as (
      select added.* from added, everybody where so_far >= revenue * ${aimedRevenueShare}::float8 order by n limit 1
    )
    select jsonb_build_object('customers', top.n, 'revenueCents', top.so_far, 'leastCents', top.cents) as top,
      jsonb_build_object('customers', aimed.n, 'leastCents', aimed.cents) as aimed,
      (select jsonb_agg(case when revenue > 0 then so_far / revenue else 0 end order by step)
        from marks join added using (n), everybody) as curve
    from top, aimed`
  return row ?? NOBODY
}
