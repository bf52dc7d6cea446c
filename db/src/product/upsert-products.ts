import type { Tx } from '../connection/scope'
import { askBuyersAgain } from './ask-buyers-again'

export interface ProductToKeep {
  productId: string
  title: string
  url?: string | null
  imageUrl?: string | null
  category?: string | null
  brand?: string | null
  creator?: string | null
  priceCents?: number | null
  currency?: string | null
  /** Null: not counted, always there. */
  stock?: number | null
  /** Bought again and again: recommended to whoever has it too. Null: as the workspace says of all. */
  replenishable?: boolean | null
  /** Ids of products that go with it. Absent: as they were. */
  complements?: string[]
}

/** Makes products or replaces what is known of them; of two with one id the last counts. */
export async function upsertProducts(tx: Tx, products: ProductToKeep[]): Promise<void> {
  if (products.length === 0) return
  const last = [...new Map(products.map((product) => [product.productId, product])).values()]
  await askBuyersAgain(tx, last)
  await tx.sql`
    insert into products (workspace_id, product_id, title, url, image_url, category, brand, creator, price_cents, currency, stock,
      replenishable, complements, updated_at, first_at)
    select ${tx.workspaceId}, "productId", title, url, "imageUrl", category, brand, creator, "priceCents", currency, stock,
      replenishable, coalesce(complements, '{}'), clock_timestamp(), workspace_now(${tx.workspaceId})
    from json_to_recordset(${JSON.stringify(last)}::json) as p("productId" text, title text, url text, "imageUrl" text,
      category text, brand text, creator text, "priceCents" bigint, currency text, stock integer,
      replenishable boolean, complements text[])
    order by "productId"
    on conflict (workspace_id, product_id) do update set title = excluded.title, url = excluded.url,
      image_url = excluded.image_url, category = excluded.category, brand = excluded.brand, creator = excluded.creator,
      price_cents = excluded.price_cents, currency = excluded.currency, stock = excluded.stock,
      replenishable = coalesce(excluded.replenishable, products.replenishable),
      complements = case when excluded.complements = '{}' then products.complements else excluded.complements end, updated_at = excluded.updated_at,
      learnt_at = null`
}
