import { newId } from '@relance/core/id/ids'
import type { Line } from '../cart/read-lines'
import type { WorkspaceClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import { recountMany } from '../contact/recount-many'
import { upsertContacts } from '../contact/upsert-contacts'
import { storeEvents } from '../event/store-events'
import { placeSilently } from '../segment/place-silently'
import type { OnDuplicate } from './import-kinds'
import type { RefusalCode } from './refusal-words'
import { correctEvents, writeOrders } from './write-orders'

/** An order of a file, with the rows it was read from. */
export interface OrderToTake {
  orderId: string
  rows: number[]
  externalId: string | null
  email: string | null
  at: Date
  /** In the workspace's currency; what the file says, in the order's, stands in `said…`. */
  revenueCents: number
  refundedCents: number
  saidCents: number
  saidRefundedCents: number
  currency: string | null
  coupons: string[]
  lines: Line[]
}

export type OrderRow = OrderToTake & { contactId: string }

/**
 * Writes orders of the past with their contacts, and an `Order Completed` each, so that rules over events agree.
 * Not queued for react: an import never starts a flow. A contact is as old as their first order.
 * @param onDuplicate `skip`: of an order that is there nothing is written; `update`: the file's word goes
 * @returns the orders of which nothing was written, and why
 */
export async function takeOrders(
  tx: Tx,
  orders: OrderToTake[],
  {
    source,
    clock,
    onDuplicate = 'skip',
  }: { source: string; clock: Pick<WorkspaceClock, 'now'>; onDuplicate?: OnDuplicate },
): Promise<Map<string, RefusalCode>> {
  const refused = new Map<string, RefusalCode>()
  if (orders.length === 0) return refused
  await tx.sql`select trust_keys()`
  const known = await knownOrders(tx, orders)
  const wanted = orders.filter(({ orderId }) => onDuplicate === 'update' || !known.has(orderId))
  const kept = await upsertContacts(tx, wanted.map(toContact), { source, now: clock.now })
  const rows = wanted.map((order, index) => ({ ...order, contactId: kept[index]?.id ?? '' }))
  const taken = rows.filter(({ orderId, contactId }) => {
    const owner = known.get(orderId)
    return owner === undefined || owner === contactId
  })
  for (const { orderId } of orders) if (known.has(orderId)) refused.set(orderId, 'repeated-order')
  for (const { orderId } of taken) refused.delete(orderId)
  for (const { orderId } of rows) if (refused.has(orderId)) refused.set(orderId, 'order-of-another')
  await writeTaken(tx, taken, known, { source, now: clock.now })
  return refused
}

async function writeTaken(
  tx: Tx,
  taken: OrderRow[],
  known: Map<string, string>,
  { source, now }: { source: string; now: Date },
) {
  if (taken.length === 0) return
  const [fresh, corrected] = [
    taken.filter(({ orderId }) => !known.has(orderId)),
    taken.filter(({ orderId }) => known.has(orderId)),
  ]
  await writeOrders(tx, fresh, { areKnown: false })
  await writeOrders(tx, corrected, { areKnown: true })
  await storeEvents(tx, fresh.map(toEvent), { source, receivedAt: now, queue: false })
  await correctEvents(tx, corrected.map(toEvent))
  const contactIds = [...new Set(taken.map(({ contactId }) => contactId))]
  await recountMany(tx, contactIds)
  await placeSilently(tx, contactIds)
}

/** Whose the orders are that are there already, by order id. */
async function knownOrders(
  { sql, workspaceId }: Tx,
  orders: OrderToTake[],
): Promise<Map<string, string>> {
  const known = await sql<{ orderId: string; contactId: string }[]>`
    select order_id as "orderId", contact_id as "contactId" from orders
    where workspace_id = ${workspaceId} and order_id = any(${orders.map(({ orderId }) => orderId)}::text[])`
  return new Map(known.map(({ orderId, contactId }) => [orderId, contactId]))
}

const toContact = ({ externalId, email, at }: OrderToTake) => ({
  externalId,
  profile: email ? { email } : {},
  traits: {},
  consents: [],
  createdAt: at,
})

const toEvent = ({ orderId, contactId, at, saidCents, currency, coupons, lines }: OrderRow) => ({
  id: newId(),
  messageId: `import:order:${orderId}`,
  contactId,
  joins: [],
  anonymousId: null,
  type: 'track' as const,
  name: 'Order Completed',
  properties: {
    order_id: orderId,
    revenue: saidCents / 100,
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
