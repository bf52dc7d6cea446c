import type { Tx } from '../connection/scope'

/** Locks contacts in the order of their ids. NO KEY: inserts that refer to them go on meanwhile. */
export const lockContacts = async (tx: Tx, contactIds: string[]): Promise<void> =>
  void (await tx.sql`
    select id from contacts where workspace_id = ${tx.workspaceId} and id = any(${contactIds}::uuid[])
    order by id for no key update`)

/** Locks one contact unless somebody else holds it: true when it is ours. */
export const tryLockContact = async (tx: Tx, contactId: string): Promise<boolean> => {
  const rows = await tx.sql`
    select id from contacts where workspace_id = ${tx.workspaceId} and id = ${contactId}
    for no key update skip locked`
  return rows.length > 0
}
