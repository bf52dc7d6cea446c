import type { Tx } from '../connection/scope'

/** Locks contacts in the order of their ids. NO KEY: inserts that refer to them go on meanwhile. */
export const lockContacts = async (tx: Tx, contactIds: string[]): Promise<void> =>
  void (await tx.sql`
    select id from contacts where workspace_id = ${tx.workspaceId} and id = any(${contactIds}::uuid[])
    order by id for no key update`)
