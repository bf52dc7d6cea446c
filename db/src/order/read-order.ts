import { idOf, type Line, readLines, sumLines } from '../cart/read-lines'
import { centsOf, currencyOf } from './money'

/** An order as its event tells it. */
export interface ReadOrder {
  orderId: string
  /** The cart it came from, where the event names one. */
  cartId: string | null
  revenueCents: number
  currency: string | null
  /** Codes it names, of the order or of its products. */
  coupons: string[]
  lines: Line[]
}

/** Reads `Order Completed`: revenue, else total, else what the products come to. */
export function readOrder(properties: Record<string, unknown>, fallbackId: string): ReadOrder {
  const lines = readLines(properties) ?? []
  return {
    orderId: orderIdOf(properties) ?? fallbackId,
    cartId: idOf(properties.cart_id ?? properties.cartId),
    revenueCents: centsOf(properties.revenue) ?? centsOf(properties.total) ?? sumLines(lines),
    currency: currencyOf(properties.currency),
    coupons: couponsOf(properties),
    lines,
  }
}

export const orderIdOf = (properties: Record<string, unknown>): string | null =>
  idOf(properties.order_id ?? properties.orderId)

function couponsOf(properties: Record<string, unknown>): string[] {
  const listed = Array.isArray(properties.coupons) ? properties.coupons : []
  const products = Array.isArray(properties.products) ? properties.products : []
  const ofProducts = products.map((product: unknown) => (isBag(product) ? product.coupon : null))
  const codes = [properties.coupon, ...listed, ...ofProducts].map((code) =>
    idOf(isBag(code) ? code.code : code),
  )
  return [...new Set(codes.filter((code) => code !== null).map((code) => code.toUpperCase()))]
}

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
