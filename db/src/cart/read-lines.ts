import { centsOf } from '../order/money'

/** One line of a cart or an order. */
export interface Line {
  productId: string | null
  title: string | null
  quantity: number
  priceCents: number | null
  url?: string | null
  imageUrl?: string | null
}

const MAX_ID_LENGTH = 255
const MAX_QUANTITY = 1_000_000

/** A text or number as a text that fits an index; null where it is none. */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return String(value).trim().slice(0, MAX_ID_LENGTH) || null
}

/** The products of a commerce event, as Segment's spec names their properties. Null where it lists none. */
export function readLines(properties: Record<string, unknown>): Line[] | null {
  if (!Array.isArray(properties.products)) return null
  return properties.products.filter(isBag).map(readLine)
}

/** One product: an element of `products`, or the event itself. */
export const readLine = (product: Record<string, unknown>): Line => ({
  productId: idOf(product.product_id ?? product.productId ?? product.id ?? product.sku),
  title: idOf(product.name ?? product.title),
  quantity: quantityOf(product.quantity) ?? 1,
  priceCents: centsOf(product.price),
  url: idOf(product.url),
  imageUrl: idOf(product.image_url ?? product.imageUrl ?? product.image),
})

export function quantityOf(value: unknown): number | null {
  const quantity = Math.floor(Number(value ?? Number.NaN))
  return quantity > 0 && quantity <= MAX_QUANTITY ? quantity : null
}

/** What the lines come to, in cents; those without a price count nothing. */
export const sumLines = (lines: Line[]): number =>
  lines.reduce((sum, { priceCents, quantity }) => sum + (priceCents ?? 0) * quantity, 0)

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
