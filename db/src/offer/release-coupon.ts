import type { Tx } from '../connection/scope'

/** Gives up the code of a message that will not go out; one already shown or used stays what it is. */
export const releaseCoupon = async (tx: Tx, messageKey: string, now: Date): Promise<void> =>
  void (await tx.sql`
    update coupons set released_at = ${now}
    where workspace_id = ${tx.workspaceId} and message_key = ${messageKey}
      and shown_at is null and used_at is null and released_at is null`)
