import { newId } from '@relance/core/id/ids'
import type { Line } from '../cart/read-lines'
import type { WorkspaceClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import { recountOrders } from '../contact/contact-state'
import { upsertContacts } from '../contact/upsert-contacts'
import { storeEvents } from '../event/store-events'

/** An order of a file, with the rows it was read from. */
export interface OrderToTake {
  orderId: string
  rows: number[]
  externalId: string | null
  email: string | null
  at: Date
  revenueCents: number
  currency: string | null
  coupons: string[]
  lines: Line[]
}

/**
 * Writes orders of the past with their contacts, and an `Order Completed` each, so that rules over events agree.
 * Not queued for react: an import never starts a flow. A contact is as old as their first order.
 * @returns the order ids that were there already: nothing of theirs was written
 */
export async function takeOrders(
  tx: Tx,
  orders: OrderToTake[],
  { source, clock }: { source: string; clock: Pick<WorkspaceClock, 'now'> },
): Promise<Set<string>> {
  if (orders.length === 0) return new Set()
  const known = await knownOrders(tx, orders)
  const fresh = orders.filter(({ orderId }) => !known.has(orderId))
  const kept = await upsertContacts(tx, fresh.map(toContact), { source, now: clock.now })
  const rows = fresh.map((order, index) => ({ ...order, contactId: kept[index]?.id ?? '' }))
  await writeOrders(tx, rows)
  await storeEvents(tx, rows.map(toEvent), { source, receivedAt: clock.now, queue: false })
  const contactIds = [...new Set(rows.map(({ contactId }) => contactId))]
  await recountOrders(tx, contactIds)
  return known
}

async function knownOrders({ sql, workspaceId }: Tx, orders: OrderToTake[]): Promise<Set<string>> {
  const known = await sql<{ orderId: string }[]>`
    select order_id as "orderId" from orders
    where workspace_id = ${workspaceId} and order_id = any(${orders.map(({ orderId }) => orderId)}::text[])`
  return new Set(known.map(({ orderId }) => orderId))
}

const toContact = ({ externalId, email, at }: OrderToTake) => ({
  externalId,
  profile: email ? { email } : {},
  traits: {},
  consents: [],
  createdAt: at,
})

type Row = OrderToTake & { contactId: string }

async function writeOrders({ sql, workspaceId }: Tx, rows: Row[]) {
  const lines = rows.flatMap(({ orderId, lines: ofOrder }) =>
    ofOrder.filter(isKnownProduct).map((line, index) => ({ ...line, orderId, line: index })),
  )
  await sql`
    insert into orders (workspace_id, order_id, contact_id, at, revenue_cents, currency, coupons)
    select ${workspaceId}, "orderId", "contactId", at, "revenueCents", currency, coupons
    from json_to_recordset(${JSON.stringify(rows)}::json) as o("orderId" text, "contactId" uuid, at timestamptz,
      "revenueCents" bigint, currency text, coupons text[])`
  if (lines.length === 0) return
  await sql`
    insert into order_lines (workspace_id, order_id, line, product_id, title, quantity, price_cents)
    select ${workspaceId}, "orderId", line, "productId", title, quantity, "priceCents"
    from json_to_recordset(${JSON.stringify(lines)}::json) as l("orderId" text, line integer, "productId" text, title text,
      quantity integer, "priceCents" bigint)`
}

/** A line that names no product and no price ("3 CDs") stays in the event only. */
const isKnownProduct = ({ productId, priceCents }: Line) =>
  productId !== null || priceCents !== null

const toEvent = ({ orderId, contactId, at, revenueCents, currency, coupons, lines }: Row) => ({
  id: newId(),
  messageId: `import:order:${orderId}`,
  contactId,
  joins: [],
  anonymousId: null,
  type: 'track' as const,
  name: 'Order Completed',
  properties: {
    order_id: orderId,
    revenue: revenueCents / 100,
    ...(currency && { currency }),
    ...(coupons.length > 0 && { coupon: coupons[0], coupons }),
    ...(lines.length > 0 && { products: lines.map(toProduct) }),
  },
  context: {},
  at,
  warnings: [],
})

const toProduct = ({ productId, title, quantity, priceCents }: Line) => ({
  ...(productId && { product_id: productId }),
  ...(title && { name: title }),
  quantity,
  ...(priceCents !== null && { price: priceCents / 100 }),
})
