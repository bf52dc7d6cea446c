import type { Tx } from '../connection/scope'

/** A product as a mail names it (templates' MailProduct). */
export interface RecommendedProduct {
  productId: string
  title: string
  url: string | null
  image: string | null
  /** Cents. */
  price: number | null
  currency: string | null
  creator: string | null
  category: string | null
  /** Why it is there. */
  because: Because
}

export type Because =
  | 'bought'
  | 'goes-with'
  | 'new-of-brand'
  | 'new-in-category'
  | 'creator'
  | 'category'
  | 'section'
  | 'best-seller'

const CANDIDATES = 200
/** Orders counted a product, at most: beyond, it is popular enough. */
const SALES_COUNTED = 1000

/**
 * Products for one person; for a visitor nobody knows (null), the best sellers. First what is bought again and again, by how often they bought it; then what goes with
 * their last order, and what is new since then of its brands and in its categories; then by creators and brands
 * bought, categories bought, sections seen in the last visits, each category in turn, the best sold first; best
 * sellers fill what is left. What is sold out, what they own unless it is bought again and again, and categories that
 * are not to be shown stay away, as the workspace's settings have it.
 */
export async function recommendProducts(
  tx: Tx,
  contactId: string | null,
  { limit = 6 }: { limit?: number } = {},
): Promise<RecommendedProduct[]> {
  const { sql, workspaceId } = tx
  return [
    ...(await sql<RecommendedProduct[]>`
    with shop as materialized (
      select coalesce((s.said ->> 'leavesOutOwned')::boolean, true) as no_owned,
        coalesce((s.said ->> 'leavesOutSoldOut')::boolean, true) as no_sold_out,
        coalesce((s.said ->> 'isAllRecurring')::boolean, false) as all_recur,
        array(select lower(jsonb_array_elements_text(s.said -> 'recurringCategories'))) as recurring,
        array(select lower(jsonb_array_elements_text(s.said -> 'leftOutCategories'))) as left_out
      from (select settings -> 'recommendations' as said from workspaces where id = ${workspaceId}) s
    ), owned as materialized (
      select l.product_id, l.quantity, o.order_id, o.at from orders o join order_lines l on l.workspace_id = o.workspace_id and l.order_id = o.order_id
      where o.workspace_id = ${workspaceId} and o.contact_id = ${contactId}::uuid and l.product_id is not null
    ), latest as materialized (
      select lower(p.category) as category, lower(p.brand) as brand, p.complements, owned.at
      from owned join products p on p.workspace_id = ${workspaceId} and p.product_id = owned.product_id
      where owned.order_id = (select order_id from owned order by at desc, order_id desc limit 1)
    ), tastes as materialized (
      select lower(p.category) as category, lower(p.creator) as creator, lower(p.brand) as brand
      from owned join products p on p.workspace_id = ${workspaceId} and p.product_id = owned.product_id
    ), seen as materialized (
      select lower(s.key) as section, sum(s.value::int) as pages from (
        select sections from web_sessions where workspace_id = ${workspaceId} and contact_id = ${contactId}::uuid
        order by started_at desc limit 10
      ) w cross join jsonb_each_text(w.sections) s group by 1
    ), weighed as materialized (
      select p.*, lower(replace(p.category, ' ', '-')) as section,
        (select count(*) from tastes t where t.creator = lower(p.creator) or t.brand = lower(p.brand)) as by_creator,
        (select count(*) from tastes t where t.category = lower(p.category)) as by_category,
        (select coalesce(sum(pages), 0) from seen where seen.section in (lower(p.category), lower(replace(p.category, ' ', '-')))) as by_section,
        case when p.recurs then (select coalesce(sum(quantity), 0) from owned where owned.product_id = p.product_id) else 0 end as times,
        case when exists (select 1 from latest where p.product_id = any(latest.complements)) then 1
          when exists (select 1 from latest where latest.brand = lower(p.brand) and p.first_at > latest.at) then 2
          when exists (select 1 from latest where latest.category = lower(p.category) and p.first_at > latest.at) then 3
          else 4 end as tier
      from (
        select q.*, shop.no_owned, coalesce(q.replenishable, shop.all_recur or lower(q.category) = any(shop.recurring), false) as recurs
        from products q cross join shop
        where q.workspace_id = ${workspaceId} and (not shop.no_sold_out or q.stock is null or q.stock > 0)
          and (q.category is null or lower(q.category) <> all(shop.left_out))
      ) p
      where p.recurs or not p.no_owned or p.product_id not in (select product_id from owned)
    ), candidates as (
      select *, (select count(*) from (
          select 1 from order_lines l where l.workspace_id = ${workspaceId} and l.product_id = w.product_id limit ${SALES_COUNTED}) sales) as sold
      from (
        select * from weighed order by times desc, tier, (by_creator + by_category + by_section > 0) desc, by_creator desc, by_category desc, by_section desc, product_id
        limit ${CANDIDATES}) w
    ), ranked as (
      select *, by_creator + by_category + by_section > 0 as is_fit,
        row_number() over (partition by by_creator + by_category + by_section > 0, section
          order by by_creator desc, sold desc, product_id) as turn
      from candidates
    )
    select product_id as "productId", title, url, image_url as image, price_cents as price, currency, creator, category,
      case when times > 0 then 'bought' when tier = 1 then 'goes-with' when tier = 2 then 'new-of-brand'
        when tier = 3 then 'new-in-category' when by_creator > 0 then 'creator' when by_category > 0 then 'category' when by_section > 0 then 'section'
        else 'best-seller' end as because
    from ranked
    order by times desc, tier, is_fit desc, case when is_fit then turn end, by_creator desc, by_category desc, by_section desc, sold desc, product_id
    limit ${limit}`),
  ]
}
