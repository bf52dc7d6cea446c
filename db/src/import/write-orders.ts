import type { Line } from '../cart/read-lines'
import type { Tx } from '../connection/scope'
import type { EventToStore } from '../event/store-events'
import type { OrderRow } from './take-orders'

/**
 * Writes orders and their lines.
 * @param areKnown they are there already: the new word goes
 */
export async function writeOrders(
  { sql, workspaceId }: Tx,
  rows: OrderRow[],
  { areKnown }: { areKnown: boolean },
): Promise<void> {
  if (rows.length === 0) return
  const correctOrders = sql`
    on conflict (workspace_id, order_id) do update set at = excluded.at, revenue_cents = excluded.revenue_cents,
      refunded_cents = greatest(excluded.refunded_cents, least(orders.refunded_cents, excluded.revenue_cents)),
      said_cents = excluded.said_cents, said_refunded_cents = excluded.said_refunded_cents,
      currency = excluded.currency, coupons = excluded.coupons`
  const correctLines = sql`
    on conflict (workspace_id, order_id, line) do update set product_id = excluded.product_id, title = excluded.title,
      quantity = excluded.quantity, price_cents = excluded.price_cents`
  const orders = rows.map(({ lines: _lines, rows: _rows, ...order }) => order)
  await sql`
    insert into orders (workspace_id, order_id, contact_id, at, revenue_cents, refunded_cents, said_cents,
      said_refunded_cents, currency, coupons)
    select ${workspaceId}, "orderId", "contactId", at, "revenueCents", "refundedCents",
      case when currency <> (select w.currency from workspaces w where w.id = ${workspaceId}) then "saidCents" end,
      nullif("saidRefundedCents", 0), currency, coupons
    from json_to_recordset(${JSON.stringify(orders)}::json) as o("orderId" text, "contactId" uuid, at timestamptz,
      "revenueCents" bigint, "refundedCents" bigint, "saidCents" bigint, "saidRefundedCents" bigint, currency text, coupons text[])
    ${areKnown ? correctOrders : sql``}`
  const lines = rows.flatMap(({ orderId, lines: ofOrder }) =>
    ofOrder.filter(isKnownProduct).map((line, index) => ({ ...line, orderId, line: index })),
  )
  if (lines.length === 0) return
  await sql`
    insert into order_lines (workspace_id, order_id, line, product_id, title, quantity, price_cents)
    select ${workspaceId}, "orderId", line, "productId", title, quantity, "priceCents"
    from json_to_recordset(${JSON.stringify(lines)}::json) as l("orderId" text, line integer, "productId" text, title text,
      quantity integer, "priceCents" bigint)
    ${areKnown ? correctLines : sql``}`
}

/** A line that names no product and no price ("3 CDs") stays in the event only. */
const isKnownProduct = ({ productId, priceCents }: Line) =>
  productId !== null || priceCents !== null

/**
 * The event of an imported order says what the order says, else rules over events would count another amount. Events
 * that a site sent are facts and stay as they came.
 */
export async function correctEvents({ sql, workspaceId }: Tx, events: EventToStore[]) {
  if (events.length === 0) return
  await sql`
    update events e set properties = i.properties, at = i.at
    from json_to_recordset(${JSON.stringify(events)}::json) as i("messageId" text, properties jsonb, at timestamptz)
    join event_keys k on k.workspace_id = ${workspaceId} and k.message_id = i."messageId"
    where e.workspace_id = ${workspaceId} and e.id = k.event_id and e.source = 'import'`
}
