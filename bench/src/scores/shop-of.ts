import type { Database } from '../sweep/with-database'

/** Any number: the same one makes the same shop. */
const SEED = 0.42

/**
 * So many customers with three orders each on average, one to twenty-one, over three years: most have one, few have
 * many, amounts spread over two orders of magnitude. As the owner, for a million checks of keys would take longest.
 */
export async function makeCustomers({ scope, owner }: Database, count: number): Promise<void> {
  const { workspaceId } = scope
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`select setseed(${SEED})`
    await sql`create temporary table people on commit drop as
      select n, gen_random_uuid() as id, 1 + floor(-2.5 * ln(1 - random() * 0.9997))::int as bought
      from generate_series(1, ${count}::int) n`
    await sql`
      insert into contacts (workspace_id, id, external_id, created_at, updated_at)
      select ${workspaceId}, id, 'customer-' || n, now() - interval '3 years', now() from people`
    await sql`
      insert into contact_state (workspace_id, contact_id, created_at, orders_count)
      select ${workspaceId}, id, now() - interval '3 years', bought from people`
    await sql`
      insert into orders (workspace_id, order_id, contact_id, at, revenue_cents)
      select ${workspaceId}, n || '-' || k, id, now() - random() * interval '3 years',
        (500 * exp(random() * 4.5))::bigint
      from people cross join lateral generate_series(1, bought) k`
  })
  await owner`vacuum (analyze) contacts, contact_state, orders`
}

/** Lets so many of them order once more, within the last hour. */
export async function orderAgain({ scope, owner }: Database, count: number): Promise<void> {
  const { workspaceId } = scope
  await owner`
    insert into orders (workspace_id, order_id, contact_id, at, revenue_cents)
    select ${workspaceId}, 'again-' || id, id, now() - random() * interval '1 hour', 4200
    from contacts where workspace_id = ${workspaceId} order by external_id limit ${count}`
}
