import type { StoredEvent } from '@relance/core/event/event'
import { DEFAULT_CART } from '../cart/record-cart-event'
import type { Tx } from '../connection/scope'
import { readState, recountOrders, stateKeys } from '../contact/contact-state'
import { useCoupons } from '../offer/use-coupons'
import { type ReadOrder, readOrder } from './read-order'
import { refundedSoFar } from './record-refund'

/**
 * Records an order: its lines, the cart it closes, the codes it uses, the contact's totals.
 * The same order told again replaces what was known of it; an order of somebody else is left alone.
 * The caller holds the contact.
 * @returns the fields that changed
 */
export async function recordOrder(
  tx: Tx,
  contactId: string,
  event: StoredEvent,
): Promise<string[]> {
  const order = readOrder(event.properties, event.messageId)
  const before = await readState(tx, contactId)
  if (!(await writeOrder(tx, contactId, order, event.at))) return []
  await refundedSoFar(tx, contactId, order.orderId, event.id)
  const cartKeys = await closeCart(tx, contactId, order, event.at)
  if (order.coupons.length > 0)
    await useCoupons(tx, { codes: order.coupons, orderId: order.orderId, at: event.at })
  const [after] = await recountOrders(tx, [contactId])
  return [...cartKeys, ...stateKeys(before, after)]
}

/** False when the order belongs to somebody else. */
async function writeOrder(tx: Tx, contactId: string, order: ReadOrder, at: Date): Promise<boolean> {
  const written = await tx.sql`
    insert into orders (workspace_id, order_id, contact_id, at, revenue_cents, said_cents, currency, coupons)
    select w.id, ${order.orderId}, ${contactId}, ${at}, own_cents(w.id, ${order.revenueCents}, ${order.currency}::text),
      case when ${order.currency}::text <> w.currency then ${order.revenueCents}::bigint end, ${order.currency}, ${order.coupons}
    from workspaces w where w.id = ${tx.workspaceId}
    on conflict (workspace_id, order_id) do update set at = least(orders.at, excluded.at), revenue_cents = excluded.revenue_cents,
      said_cents = excluded.said_cents, currency = excluded.currency, coupons = excluded.coupons
      where orders.contact_id = excluded.contact_id
    returning 1`
  if (written.length === 0) return false
  if (order.lines.length === 0) return true
  const lines = order.lines.map((line, index) => ({ ...line, line: index }))
  await tx.sql`
    insert into order_lines (workspace_id, order_id, line, product_id, title, quantity, price_cents)
    select ${tx.workspaceId}, ${order.orderId}, line, "productId", title, quantity, "priceCents"
    from json_to_recordset(${JSON.stringify(lines)}::json)
      as l(line integer, "productId" text, title text, quantity integer, "priceCents" bigint)
    on conflict (workspace_id, order_id, line) do update set product_id = excluded.product_id, title = excluded.title,
      quantity = excluded.quantity, price_cents = excluded.price_cents`
  return true
}

/**
 * Closes the cart that became the order. Where the order names none that is known, every open cart last touched
 * before it: whoever has just paid is not reminded of a basket.
 */
async function closeCart(
  tx: Tx,
  contactId: string,
  { cartId }: ReadOrder,
  at: Date,
): Promise<string[]> {
  const closed = await tx.sql`
    update carts set state = 'ordered', last_activity_at = greatest(last_activity_at, ${at}::timestamptz)
    where workspace_id = ${tx.workspaceId} and contact_id = ${contactId} and state = 'open' and (
      (cart_id = ${cartId}::text and cart_id <> ${DEFAULT_CART})
      or (last_activity_at <= ${at} and not exists (
        select 1 from carts named where named.workspace_id = ${tx.workspaceId} and named.contact_id = ${contactId}
          and named.cart_id = ${cartId}::text and named.cart_id <> carts.cart_id)))
    returning cart_id`
  return closed.length > 0 ? ['field:cart.lines', 'field:cart.value', 'field:cart.valueCents'] : []
}
