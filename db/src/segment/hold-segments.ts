import type { Tx } from '../connection/scope'

/** Lets one change of a workspace's segments happen at a time: two at once might contain each other. */
export const holdSegments = (tx: Tx) =>
  tx.sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspaceId} || 'segments', 0))`
