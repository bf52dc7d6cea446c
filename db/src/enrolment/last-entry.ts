import type { Tx } from '../connection/scope'

/** How a contact stands towards a flow: asked under the contact's lock before another entry. */
export interface Entry {
  enteredAt: Date
  open: boolean
  withKey: boolean
  openWithKey: boolean
}

/** The last entry of a contact into a flow, or undefined when there was none. */
export async function lastEntry(
  tx: Tx,
  flowId: string,
  contactId: string,
  key: string,
): Promise<Entry | undefined> {
  const [row] = await tx.sql<
    { enteredAt: Date | null; open: boolean; withKey: boolean; openWithKey: boolean }[]
  >`
    select max(entered_at) as "enteredAt", coalesce(bool_or(state <> 'ended'), false) as open,
      coalesce(bool_or(entry_key = ${key}), false) as "withKey",
      coalesce(bool_or(state <> 'ended' and entry_key = ${key}), false) as "openWithKey"
    from enrolments where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and contact_id = ${contactId}`
  return row?.enteredAt ? { ...row, enteredAt: row.enteredAt } : undefined
}
