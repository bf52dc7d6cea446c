import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

export interface Product {
  productId: string
  title: string
  url: string | null
  imageUrl: string | null
  category: string | null
  brand: string | null
  creator: string | null
  priceCents: number | null
  currency: string | null
  stock: number | null
}

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 500

/** The catalogue by product id, a page at a time; `cursor` is the last id of the page before. */
export const listProducts = (
  scope: Scope | Tx,
  { cursor = null, limit = DEFAULT_LIMIT }: { cursor?: string | null; limit?: number } = {},
): Promise<{ items: Product[]; next: string | null }> =>
  inTransaction(scope, async (tx) => {
    const size = Math.min(limit, MAX_LIMIT)
    const items = await tx.sql<Product[]>`
      select product_id as "productId", title, url, image_url as "imageUrl", category, brand, creator,
        price_cents as "priceCents", currency, stock
      from products where workspace_id = ${tx.workspaceId} and (${cursor}::text is null or product_id > ${cursor})
      order by product_id limit ${size}`
    return {
      items: [...items],
      next: items.length === size ? (items.at(-1)?.productId ?? null) : null,
    }
  })
