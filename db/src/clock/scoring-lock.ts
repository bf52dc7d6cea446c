import type { Tx } from '../connection/scope'

/** Until the transaction ends, no scoring of the workspace is written as done. */
export const keepScoringOpen = (tx: Tx) =>
  tx.sql`select pg_advisory_xact_lock_shared(2, hashtext(${tx.workspaceId}))`

/** Waits for whoever looks whether everything is settled; then a scoring may be written as done. */
export const endScoring = (tx: Tx) =>
  tx.sql`select pg_advisory_xact_lock(2, hashtext(${tx.workspaceId}))`
