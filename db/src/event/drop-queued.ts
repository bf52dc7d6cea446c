import type { Tx } from '../connection/scope'

/** Takes events off the queue, in the transaction that writes what they caused. */
export const dropQueued = async (tx: Tx, events: { seq: number }[]): Promise<void> =>
  void (await tx.sql`
    delete from event_queue where workspace_id = ${tx.workspaceId} and seq = any(${events.map(({ seq }) => String(seq))}::bigint[])`)
