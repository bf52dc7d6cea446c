import type { Tx } from '../connection/scope'
import { suppress } from '../contact/suppress'
import { closeEnded, type EndedRun, endedColumns } from '../enrolment/close-ended'

/**
 * Ends a contact's runs, refuses what is queued for them, bars their addresses and frees their names. The caller
 * holds the contact.
 */
export async function cutLoose(tx: Tx, contactId: string, now: Date): Promise<void> {
  const { sql, workspaceId } = tx
  const ended = await sql<EndedRun[]>`
    update enrolments set ${endedColumns(tx, now)}, end_reason = 'erased'
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and state <> 'ended'
    returning id, flow_id as "flowId", bursts, node_id as "nodeId", visit`
  await closeEnded(tx, ended, { code: 'erased', contactId, now })
  // Of runs that walked to their end too: what they queued before was still to go out.
  await sql`
    update messages set state = 'refused', reason = 'ended', retry_at = null
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and state = 'queued'`
  await barAddresses(tx, contactId, now)
  await sql`delete from identities where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  await sql`
    update contacts set external_id = null, email = null, email_normal = null, phone = null
    where workspace_id = ${workspaceId} and (id = ${contactId} or merged_into = ${contactId})`
}

/** All they ever had here: their own, of records joined into it, and those that mails went to. */
async function barAddresses(tx: Tx, contactId: string, now: Date) {
  const { sql, workspaceId } = tx
  const addresses = await sql<{ channel: string; address: string }[]>`
    select distinct channel, address from (
      select 'email' as channel, email as address from contacts
      where workspace_id = ${workspaceId} and (id = ${contactId} or merged_into = ${contactId})
      union all
      select 'sms', phone from contacts
      where workspace_id = ${workspaceId} and (id = ${contactId} or merged_into = ${contactId})
      union all
      select channel, address from messages where workspace_id = ${workspaceId} and contact_id = ${contactId}
    ) a where address is not null`
  for (const { channel, address } of addresses)
    await suppress(tx, { channel, address, reason: 'erased', now })
}
