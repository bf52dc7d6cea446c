import type { Tx } from '../connection/scope'
import { normalAddress } from './address-hash'

export type SuppressionReason = 'hard-bounce' | 'soft' | 'complaint' | 'request' | 'erased'

/** Never again to this address: kept as a hash, so that a later import cannot bring it back. */
export const suppress = async (
  tx: Tx,
  {
    channel,
    address,
    reason,
    now,
  }: { channel: string; address: string; reason: SuppressionReason; now: Date },
): Promise<void> =>
  void (await tx.sql`
    insert into suppressions (workspace_id, channel, address_hash, reason, created_at)
    select ${tx.workspaceId}, ${channel}, address_hash(${tx.workspaceId}, ${normalAddress(channel, address)}), ${reason}, ${now}
    on conflict (workspace_id, channel, address_hash) do update
      set reason = excluded.reason, created_at = excluded.created_at, lifted_at = null
      where suppressions.lifted_at is not null`)

/** Takes an address off the list again, by somebody's decision. */
export const liftSuppression = async (
  tx: Tx,
  { channel, address, now }: { channel: string; address: string; now: Date },
): Promise<void> =>
  void (await tx.sql`
    update suppressions set lifted_at = ${now}
    where workspace_id = ${tx.workspaceId} and channel = ${channel} and lifted_at is null
      and address_hash = address_hash(${tx.workspaceId}, ${normalAddress(channel, address)})`)
