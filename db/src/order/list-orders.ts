import { z } from 'zod'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'

/** An order with whom it belongs to; amounts in the workspace's currency, what the order said in its own. */
export interface OrderView {
  orderId: string
  contactId: string
  externalId: string | null
  email: string | null
  at: Date
  revenueCents: number
  refundedCents: number
  currency: string | null
  saidCents: number
  coupons: string[]
}

export const orderFilter = z.object({ contactId: z.uuid().optional() })

/** Orders, by their ids; of one contact where it is named. */
export const listOrders = (
  scope: Scope,
  { contactId }: z.infer<typeof orderFilter>,
  { cursor, limit }: PageRequest,
): Promise<Page<OrderView>> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const after = readCursor(cursor, 1)
    const rows = await sql<OrderView[]>`
      select o.order_id as "orderId", o.contact_id as "contactId", c.external_id as "externalId", c.email, o.at,
        o.revenue_cents as "revenueCents", o.refunded_cents as "refundedCents", o.currency,
        coalesce(o.said_cents, o.revenue_cents) as "saidCents", o.coupons
      from orders o join contacts c on c.workspace_id = o.workspace_id and c.id = o.contact_id
      where o.workspace_id = ${workspaceId}
        ${contactId ? sql`and o.contact_id = ${contactId}` : sql``}
        ${after ? sql`and o.order_id > ${String(after[0])}` : sql``}
      order by o.order_id limit ${limit + 1}`
    return pageOf(rows, limit, ({ orderId }) => [orderId])
  })
