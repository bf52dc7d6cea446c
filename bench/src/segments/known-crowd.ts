import type { Database } from '../sweep/with-database'

/** Any number: the same one makes the same crowd. */
const SEED = 0.42
/** With a million contacts these are the ten million events and three million orders that we speak of. */
export const EVENTS_EACH = 10
const ORDERS_EACH = 3
/** As in a shop of prints: some things, of a dozen categories. */
const PRODUCTS = 500
export const CATEGORIES = 12

/**
 * So many contacts, each with ten events over the last 200 days and three orders of one or two products, and the totals
 * that go with them; one in five has said what interests them. As the owner, for the checks of keys would take longest.
 */
export async function makeKnownCrowd({ scope, owner }: Database, count: number): Promise<void> {
  const { workspaceId } = scope
  await owner.begin(async (sql) => {
    const someProduct = sql`'product-' || floor(random() * ${PRODUCTS}::int)::int`
    await sql`set local session_replication_role = replica`
    await sql`select setseed(${SEED})`
    await sql`create temporary table people on commit drop as
      select n, uuidv7() as id, random() as lately from generate_series(1, ${count}::int) n`
    await sql`
      insert into products (workspace_id, product_id, title, category, brand, creator)
      select ${workspaceId}, 'product-' || n, 'Product ' || n, 'category-' || n % ${CATEGORIES}::int, 'brand-' || n % 40,
        'creator-' || n % 90 from generate_series(0, ${PRODUCTS - 1}::int) n`
    await sql`
      insert into contacts (workspace_id, id, external_id, email, email_normal, traits, created_at, updated_at)
      select ${workspaceId}, id, 'known-' || n, 'known-' || n || '@customers.example',
        'known-' || n || '@customers.example',
        case n % 5 when 0 then jsonb_build_object('interests', jsonb_build_array('category-' || n % ${CATEGORIES}::int))
          else '{}' end, now() - interval '400 days', now() from people`
    await sql`
      insert into contact_state (workspace_id, contact_id, created_at, last_visit_at, visits_count, orders_count, revenue_cents)
      select ${workspaceId}, id, now() - interval '400 days', now() - lately * interval '200 days', 4,
        n % ${2 * ORDERS_EACH + 1}::int, 1900 * (n % ${2 * ORDERS_EACH + 1}::int) from people`
    await sql`
      insert into orders (workspace_id, order_id, contact_id, at, revenue_cents)
      select ${workspaceId}, n || '-' || k, id, now() - random() * interval '200 days', 1900
      from people cross join lateral generate_series(1, n % ${2 * ORDERS_EACH + 1}::int) k`
    await sql`
      insert into order_lines (workspace_id, order_id, line, product_id, quantity)
      select o.workspace_id, o.order_id, k, ${someProduct}, 1 from orders o
      cross join lateral generate_series(1, 1 + length(o.order_id) % 2) k where o.workspace_id = ${workspaceId}`
    await sql`
      insert into events (workspace_id, id, message_id, contact_id, type, name, properties, at, received_at, source)
      select ${workspaceId}, uuidv7(), n || '-' || k, id, 'track',
        (array['Product Viewed', 'Product Added', 'Search Performed', 'Email Opened', 'Page Shared'])[1 + (n + k) % 5],
        jsonb_build_object('value', (random() * 100)::int, 'product_id', ${someProduct}), now() - random() * interval '200 days', now(), 'api'
      from people cross join generate_series(1, ${EVENTS_EACH}::int) k`
  })
  await owner`vacuum (analyze) contacts, contact_state, orders, order_lines, products, events`
}
