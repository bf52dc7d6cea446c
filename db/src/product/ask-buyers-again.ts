import type { Tx } from '../connection/scope'
import { checkLater } from '../segment/member-checks'
import type { ProductToKeep } from './upsert-products'

/** What segments look at that a product's category, brand or creator decides. */
const KEYS = ['favouriteCategory', 'favouriteBrand', 'favouriteCreator', 'interests'].map(
  (name) => `field:${name}`,
)

/**
 * Has whoever bought products that get another category, brand or creator asked again by the segments that look at
 * favourites, in a moment. Called before the products are written; costs one look where no segment does.
 */
export async function askBuyersAgain(tx: Tx, products: readonly ProductToKeep[]): Promise<void> {
  const { sql, workspaceId } = tx
  const [looking] = await sql`
    select 1 from segments where workspace_id = ${workspaceId} and archived_at is null and listens && ${KEYS}::text[] limit 1`
  if (!looking) return
  const buyers = await sql<{ id: string }[]>`
    with said as materialized (
      select n.* from json_to_recordset(${JSON.stringify(products)}::json) as n("productId" text, category text, brand text, creator text)
    ), changed as materialized (
      select s."productId" as id from said s
      left join products p on p.workspace_id = ${workspaceId} and p.product_id = s."productId"
      where (p.category, p.brand, p.creator) is distinct from (s.category, s.brand, s.creator)
    )
    select distinct o.contact_id as id from changed c
    join order_lines l on l.workspace_id = ${workspaceId} and l.product_id = c.id
    join orders o on o.workspace_id = l.workspace_id and o.order_id = l.order_id`
  if (buyers.length > 0)
    await checkLater(
      tx,
      buyers.map(({ id }) => id),
      KEYS,
    )
}
