import type { Tx } from '../connection/scope'

/** Marks codes as used by the order that names them; a code is used once, the first order keeps it. */
export const useCoupons = async (
  tx: Tx,
  { codes, orderId, at }: { codes: string[]; orderId: string; at: Date },
): Promise<void> =>
  void (await tx.sql`
    update coupons set used_at = ${at}, order_id = ${orderId}
    where workspace_id = ${tx.workspaceId} and code = any(${codes}::text[]) and used_at is null`)
