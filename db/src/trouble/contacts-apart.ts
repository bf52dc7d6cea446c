import type { Tx } from '../connection/scope'

/** A condition on a contact's id: its events failed lately, so that they are taken apart from others'. */
export const isApart = ({ sql, workspaceId }: Tx, contactId: ReturnType<Tx['sql']>) => sql`exists (
  select 1 from troubles a where a.workspace_id = ${workspaceId} and a.queue = 'react'
    and a.subject = ${contactId}::text)`

/** Contacts whose events failed and have rested: whoever has waited longest first; by whom it was noted of, and who they are now. */
export const contactsApart = async (
  tx: Tx,
  limit: number,
): Promise<{ subject: string; contactId: string }[]> =>
  tx.sql<{ subject: string; contactId: string }[]>`
    select t.subject, coalesce(c.merged_into, c.id) as "contactId" from troubles t
    join contacts c on c.workspace_id = t.workspace_id and c.id = t.subject::uuid
    where t.workspace_id = ${tx.workspaceId} and t.queue = 'react' and t.subject <> ''
      and t.rest_until <= clock_timestamp()
    order by t.rest_until limit ${limit}`
