import type { Tx } from '../connection/scope'
import type { Coupon } from './reserve-coupon'

/** The code reserved for a message, for its rendering; undefined where it has none. */
export async function getCoupon(tx: Tx, messageKey: string): Promise<Coupon | undefined> {
  const [coupon] = await tx.sql<Coupon[]>`
    select c.code, o.value_cents as "valueCents", o.currency, o.minimum_cents as "minimumCents", c.expires_at as "expiresAt"
    from coupons c join offers o on o.workspace_id = c.workspace_id and o.id = c.offer_id
    where c.workspace_id = ${tx.workspaceId} and c.message_key = ${messageKey}`
  return coupon
}
