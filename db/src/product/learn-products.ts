import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import type { ToldProduct } from './read-told-products'

interface Telling {
  at: Date
  products: ToldProduct[]
}

/**
 * Takes over what events tell of products that no catalogue knows: each new one, and of one that only events have told
 * of, what a later event says. Anybody may send events with a shop's public key, so an address counts only where it
 * leads to the shop's own site or one under it, as its settings name it, or where they name none.
 * Waits for nobody: a product that another transaction is learning at this moment is left to that one.
 */
export async function learnProducts(tx: Tx, at: Date, products: ToldProduct[]): Promise<void> {
  if (products.length > 0) await learn(tx, { at, products })
}

const learn = batched<Telling, void>(async ({ sql, workspaceId }, tellings) => {
  const told = tellings.flatMap(({ at, products }) => products.map((one) => ({ ...one, at })))
  await sql`
    with shop as materialized (
      select substring(settings #>> '{shop,url}' from '^https?://(?:www[.])?([^/:?#]+)') as host from workspaces where id = ${workspaceId}
    ), said as materialized (
      select distinct on ("productId") * from json_to_recordset(${JSON.stringify(told)}::json) as t("productId" text, title text,
        url text, "imageUrl" text, category text, brand text, creator text, "priceCents" bigint, currency text, at timestamptz)
      order by "productId", at desc
    ), ours as materialized (
      select s."productId", s.title, case when leads_to(s.url, shop.host) then s.url end as url, s."imageUrl", s.category,
        s.brand, s.creator, s."priceCents", s.currency, s.at
      from said s cross join shop
    ), held as materialized (
      select p.product_id from products p join ours o on p.product_id = o."productId"
      where p.workspace_id = ${workspaceId} and p.learnt_at < o.at
        and (p.title, p.url, p.image_url, p.category, p.brand, p.creator, p.price_cents, p.currency) is distinct from
          (o.title, coalesce(o.url, p.url), coalesce(o."imageUrl", p.image_url), coalesce(o.category, p.category), coalesce(o.brand, p.brand),
            coalesce(o.creator, p.creator), coalesce(o."priceCents", p.price_cents), coalesce(o.currency, p.currency))
      for no key update of p skip locked
    ), newer as (
      update products p set title = o.title, url = coalesce(o.url, p.url), image_url = coalesce(o."imageUrl", p.image_url),
        category = coalesce(o.category, p.category), brand = coalesce(o.brand, p.brand), creator = coalesce(o.creator, p.creator),
        price_cents = coalesce(o."priceCents", p.price_cents), currency = coalesce(o.currency, p.currency),
        learnt_at = o.at, updated_at = clock_timestamp()
      from ours o join held h on h.product_id = o."productId"
      where p.workspace_id = ${workspaceId} and p.product_id = o."productId"
    )
    insert into products (workspace_id, product_id, title, url, image_url, category, brand, creator, price_cents, currency,
      updated_at, first_at, learnt_at)
    select ${workspaceId}, o."productId", o.title, o.url, o."imageUrl", o.category, o.brand, o.creator, o."priceCents", o.currency,
      clock_timestamp(), workspace_now(${workspaceId}), o.at
    from ours o
    where not exists (select 1 from products p where p.workspace_id = ${workspaceId} and p.product_id = o."productId")
      and pg_try_advisory_xact_lock(hashtextextended(${workspaceId} || ':' || o."productId", 2))
    on conflict do nothing`
  return tellings.map(() => undefined)
})
