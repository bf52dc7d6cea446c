import type { Tx } from '../connection/scope'

/**
 * The workspace's gate, first in the lock order. Shared by everything that moves customers;
 * held alone, for milliseconds, by publish, pause, resume and the steps of a test clock.
 */
export const shareWorkspace = (tx: Tx) =>
  tx.sql`select pg_advisory_xact_lock_shared(1, hashtext(${tx.workspaceId}))`

/** Waits until nobody moves, then keeps everybody out until the transaction ends. */
export const holdWorkspace = (tx: Tx) =>
  tx.sql`select pg_advisory_xact_lock(1, hashtext(${tx.workspaceId}))`
