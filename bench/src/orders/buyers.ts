import type { Shop } from '../shop/make-shop'
import { numbers, userIdOf } from '../shop/people'
import { BATCH, postBatches } from '../shop/post-batches'
import type { Bench } from '../system/with-system'

/** Any number: the same one makes the same buyers. */
const SEED = 0.42

/**
 * So many customers known by their number, each with one to seven orders over the last three years. As the owner, for
 * a hundred thousand checks of keys would take longest.
 */
export async function makeBuyers({ owner }: Bench, shop: Shop, count: number): Promise<void> {
  const { workspaceId } = shop
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`select setseed(${SEED})`
    await sql`create temporary table people on commit drop as
      select 'person-' || n as name, uuidv7() as id, 1 + n % 7 as bought from generate_series(0, ${count - 1}::int) n`
    await sql`
      insert into contacts (workspace_id, id, external_id, created_at, updated_at)
      select ${workspaceId}, id, name, now() - interval '3 years', now() from people`
    await sql`
      insert into identities (workspace_id, kind, value, contact_id, tied_at, tied_by)
      select ${workspaceId}, 'external', name, id, now() - interval '3 years', 'import' from people`
    await sql`
      insert into orders (workspace_id, order_id, contact_id, at, revenue_cents)
      select ${workspaceId}, name || '-' || k, id, now() - random() * interval '3 years', (500 * exp(random() * 4.5))::bigint
      from people cross join lateral generate_series(1, bought) k`
    await sql`
      insert into contact_state (workspace_id, contact_id, created_at, orders_count, revenue_cents, first_order_at, last_order_at)
      select ${workspaceId}, id, now() - interval '3 years', count(*), sum(o.revenue_cents), min(o.at), max(o.at)
      from people join orders o on o.workspace_id = ${workspaceId} and o.contact_id = id group by id`
  })
  await owner`vacuum (analyze) contacts, identities, contact_state, orders`
}

/** A hundred of them look at something, so that whatever is slow at its first time has been done. */
export const warmUp = (bench: Bench, shop: Shop): Promise<unknown> =>
  postBatches(bench, shop, numbers(BATCH).map(looked))

/** Somebody looks at a product. */
export const looked = (n: number) => ({
  type: 'track',
  userId: userIdOf(n),
  event: 'Product Viewed',
  properties: { product_id: `product-${n % 500}`, category: `category-${n % 12}`, price: 40 },
})

/** Somebody orders, for more than most. */
export const ordered = (n: number) => ({
  type: 'track',
  userId: userIdOf(n),
  event: 'Order Completed',
  properties: { order_id: `live-${n}`, revenue: 240, currency: 'EUR' },
})
