import { AppError } from '@relance/core/error/app-error'
import { addTo } from '@relance/core/time/add-to'
import type { Tx } from '../connection/scope'
import { couponCode } from './coupon-code'

export interface Coupon {
  code: string
  valueCents: number
  currency: string
  /** Smallest order it applies to. */
  minimumCents: number
  expiresAt: Date
}

interface OfferRow {
  valueCents: number
  currency: string
  minimumCents: number
  validFor: string
  timeZone: string
}

/**
 * The person's own code of an offer for one message: made on the first call, the same on every other.
 * @throws AppError not-found when there is no such offer
 */
export async function reserveCoupon(
  tx: Tx,
  {
    offerId,
    contactId,
    messageKey,
    now,
  }: { offerId: string; contactId: string; messageKey: string; now: Date },
): Promise<Coupon> {
  const [offer] = await tx.sql<OfferRow[]>`
    select value_cents as "valueCents", o.currency, minimum_cents as "minimumCents", valid_for as "validFor", w.time_zone as "timeZone"
    from offers o join workspaces w on w.id = o.workspace_id
    where o.workspace_id = ${tx.workspaceId} and o.id = ${offerId}`
  if (!offer) throw new AppError('not-found', 'This offer does not exist.', { field: 'offer' })
  const { valueCents, currency, minimumCents, validFor, timeZone } = offer
  const expiresAt = addTo(now, validFor, timeZone)
  // A code that is taken already is as good as none: draw again.
  for (;;) {
    await tx.sql`
      insert into coupons (workspace_id, code, offer_id, contact_id, message_key, reserved_at, expires_at)
      values (${tx.workspaceId}, ${couponCode()}, ${offerId}, ${contactId}, ${messageKey}, ${now}, ${expiresAt})
      on conflict do nothing`
    const [coupon] = await tx.sql<Pick<Coupon, 'code' | 'expiresAt'>[]>`
      select code, expires_at as "expiresAt" from coupons
      where workspace_id = ${tx.workspaceId} and message_key = ${messageKey}`
    if (coupon) return { ...coupon, valueCents, currency, minimumCents }
  }
}
