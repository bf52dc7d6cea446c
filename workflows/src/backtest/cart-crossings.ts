import { addTo } from '@relance/core/time/add-to'
import { eventsFrom } from '@relance/db/backtest/past-signals'
import { cartEvents, changeLines, isCartEvent } from '@relance/db/cart/change-lines'
import { idOf, type Line } from '@relance/db/cart/read-lines'
import { DEFAULT_CART } from '@relance/db/cart/record-cart-event'
import type { Tx } from '@relance/db/connection/scope'
import type { Beginning } from '../rehearse/begin'
import type { Past } from './occasions'

interface Cart {
  lines: Line[]
  lastAt: Date
  round: number
  isOrdered: boolean
}

type Crossing = Pick<Beginning, 'at' | 'anchorAt' | 'key' | 'data'>

/** When a cart of a contact had been left for so long, told from its events alone, in order. */
export async function cartCrossings(
  tx: Tx,
  contactId: string,
  idle: string,
  { from, until, timeZone }: Past,
): Promise<Crossing[]> {
  const names = [...cartEvents, 'Order Completed']
  const events = await eventsFrom(tx, contactId, { names, from: new Date(0), until })
  const carts = new Map<string, Cart>()
  const found: Crossing[] = []
  /** What has been left since, before something happens at `next`. */
  const lapse = (next: Date | null) => {
    for (const [cartId, cart] of carts) {
      const at = addTo(cart.lastAt, idle, timeZone)
      const isOver = next !== null && at >= next
      if (cart.isOrdered || cart.lines.length === 0 || isOver || at < from || at > until) continue
      const key = cart.round > 1 ? `cart:${cartId}:${cart.round}` : `cart:${cartId}`
      if (found.some((one) => one.key === key && one.at.getTime() === at.getTime())) continue
      found.push({ at, anchorAt: cart.lastAt, key, data: { cart_id: cartId } })
    }
  }
  for (const { name, at, properties } of events) {
    lapse(at)
    const said = idOf(properties.cart_id ?? properties.cartId)
    if (!isCartEvent(name)) {
      const named = said && said !== DEFAULT_CART && carts.has(said) ? [said] : [...carts.keys()]
      for (const cartId of named) {
        const cart = carts.get(cartId)
        if (cart) Object.assign(cart, { isOrdered: true, lastAt: at })
      }
      continue
    }
    const cartId = said ?? DEFAULT_CART
    const before = carts.get(cartId)
    const former = before && !before.isOrdered ? before.lines : []
    carts.set(cartId, {
      lines: changeLines(name, former, properties) ?? former,
      lastAt: at,
      round: (before?.round ?? 1) + (before?.isOrdered ? 1 : 0),
      isOrdered: false,
    })
  }
  lapse(null)
  return found.sort((one, other) => one.at.getTime() - other.at.getTime())
}
