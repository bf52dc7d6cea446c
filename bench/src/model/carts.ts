import type { Cart, Fact, Person } from './person'

const CART_EVENTS = ['Product Added', 'Product Removed', 'Cart Viewed']

export const isAboutCart = ({ name }: Fact) => CART_EVENTS.includes(name)

/** Brings the cart an event is about up to date. Old news corrects what it can and moves nothing back. */
export function touchCart(person: Person, { name, properties, at }: Fact): void {
  const id = String(properties.cart_id ?? 'default')
  const cart = person.carts.get(id)
  if (cart?.state === 'ordered' && at <= cart.touchedAt) return
  const isNewRound = cart?.state === 'ordered'
  const before = isNewRound ? [] : (cart?.lines ?? [])
  const isLate = cart !== undefined && at < cart.touchedAt
  const lines = linesAfter(name, before, properties, isLate)
  person.carts.set(id, {
    lines,
    state: lines.length === 0 ? 'emptied' : 'open',
    touchedAt: isLate ? cart.touchedAt : at,
    round: (cart?.round ?? 1) + (isNewRound ? 1 : 0),
  })
}

function linesAfter(
  name: string,
  before: string[],
  { product_id: product, products }: Record<string, unknown>,
  isLate: boolean,
): string[] {
  if (Array.isArray(products))
    return isLate ? before : products.map((line: { product_id: string }) => line.product_id)
  const id = String(product)
  if (name === 'Product Added') return before.includes(id) ? before : [...before, id]
  return name === 'Product Removed' ? before.filter((line) => line !== id) : before
}

/** Closes the cart an order names; where it names none that is known, every open one touched before it. */
export function closeCarts(person: Person, { properties, at }: Fact): void {
  const named = typeof properties.cart_id === 'string' ? properties.cart_id : null
  const isKnown = named !== null && person.carts.has(named)
  for (const [id, cart] of person.carts) {
    if (cart.state !== 'open') continue
    if (isKnown ? id !== named : cart.touchedAt > at) continue
    person.carts.set(id, { ...cart, state: 'ordered', touchedAt: Math.max(cart.touchedAt, at) })
  }
}

/** Two carts of one id, when two people turn out to be one. */
export function joinCarts(of: Cart, into: Cart): Cart {
  const round = Math.max(of.round, into.round)
  if (of.state === 'open' && into.state === 'open')
    return {
      lines: [...into.lines, ...of.lines],
      state: 'open',
      touchedAt: Math.max(of.touchedAt, into.touchedAt),
      round,
    }
  const isOfOpen = of.state === 'open'
  const wins = isOfOpen === (into.state === 'open') ? of.touchedAt > into.touchedAt : isOfOpen
  return { ...(wins ? of : into), round }
}
