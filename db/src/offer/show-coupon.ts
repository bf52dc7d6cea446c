import type { Tx } from '../connection/scope'

/** Notes that the message with this code has left. */
export const showCoupon = async (tx: Tx, messageKey: string, now: Date): Promise<void> =>
  void (await tx.sql`
    update coupons set shown_at = coalesce(shown_at, ${now}), released_at = null
    where workspace_id = ${tx.workspaceId} and message_key = ${messageKey}`)
