import { idOf } from '../cart/read-lines'
import { centsOf, currencyOf } from '../order/money'

/** A product as an event tells of it. */
export interface ToldProduct {
  productId: string
  title: string
  url: string | null
  imageUrl: string | null
  category: string | null
  brand: string | null
  creator: string | null
  priceCents: number | null
  currency: string | null
}

/** Events that tell of products, as Segment's spec has them. */
const TELLING = new Set([
  'Product Viewed',
  'Product Added',
  'Product List Viewed',
  'Cart Viewed',
  'Checkout Started',
  'Order Completed',
])
/** Of one event: a list of ten thousand is no list that somebody looked at. */
const MOST = 200

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The products an event tells of that have a name; none of other events. */
export function readToldProducts(name: string, properties: Record<string, unknown>): ToldProduct[] {
  if (!TELLING.has(name)) return []
  const listed = Array.isArray(properties.products) ? properties.products : [properties]
  const currency = currencyOf(properties.currency)
  return listed
    .filter(isBag)
    .slice(0, MOST)
    .flatMap((product) => readOne(product, currency) ?? [])
}

function readOne(product: Record<string, unknown>, currency: string | null): ToldProduct | null {
  const productId = idOf(product.product_id ?? product.productId ?? product.id ?? product.sku)
  const title = idOf(product.name ?? product.title)
  if (!productId || !title) return null
  return {
    productId,
    title,
    url: webAddress(product.url),
    imageUrl: webAddress(product.image_url ?? product.imageUrl ?? product.image),
    category: idOf(product.category),
    brand: idOf(product.brand),
    creator: idOf(product.creator),
    priceCents: centsOf(product.price),
    currency: currencyOf(product.currency) ?? currency,
  }
}

function webAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value)) return null
  return /^https?:$/.test(new URL(value).protocol) ? value : null
}
