import type { Tx } from '../connection/scope'
import { contactTables } from './contact-tables'

/** What stays as rows, so that figures and histories hold: emptied of the person below. */
const KEPT = new Set(['enrolments', 'messages', 'trace', 'coupons', 'erasures'])

/**
 * Deletes what is known of contacts and empties what stays of them: runs without what they carried, messages without
 * address, subject and text, traces without values. The caller holds the contacts, whose runs have ended.
 * @param contactIds one person's: the record itself and those that were joined into it
 */
export async function forget(tx: Tx, contactIds: string[]): Promise<void> {
  const { sql, workspaceId } = tx
  const mine = ownedBy(tx, contactIds)
  await forgetSent(tx, mine)
  await forgetWalked(tx, mine)
  // An order that comes in again from a file is to bring its event again.
  await sql`
    delete from event_keys where workspace_id = ${workspaceId} and message_id in (
      select 'import:order:' || order_id from orders where ${mine})`
  for (const { name, columns } of await contactTables(tx)) {
    if (KEPT.has(name)) continue
    for (const column of columns)
      await sql`
        delete from ${sql(name)} where workspace_id = ${workspaceId} and ${sql(column)} = any(${contactIds}::uuid[])`
  }
  await sql`
    update contacts set external_id = null, email = null, email_normal = null, phone = null, first_name = null, last_name = null,
      locale = null, time_zone = null, birthday = null, traits = '{}'
    where workspace_id = ${workspaceId} and id = any(${contactIds}::uuid[])`
}

const ownedBy = ({ sql, workspaceId }: Tx, contactIds: string[]) =>
  sql`workspace_id = ${workspaceId} and contact_id = any(${contactIds}::uuid[])`
type Mine = ReturnType<typeof ownedBy>

async function forgetSent({ sql, workspaceId }: Tx, mine: Mine) {
  await sql`
    delete from message_contents where workspace_id = ${workspaceId} and message_id in (select id from messages where ${mine})`
  // A mail server repeats the address in what it answers.
  await sql`
    update message_attempts set response = null
    where workspace_id = ${workspaceId} and message_id in (select id from messages where ${mine})`
  await sql`
    update messages set address_hash = coalesce(address_hash, address_hash(workspace_id, lower(btrim(address)))),
      address = null, subject = null
    where ${mine}`
}

async function forgetWalked({ sql, workspaceId }: Tx, mine: Mine) {
  await sql`
    delete from calls where workspace_id = ${workspaceId} and enrolment_id in (select id from enrolments where ${mine})`
  await sql`
    delete from enrolment_inbox where workspace_id = ${workspaceId} and enrolment_id in (select id from enrolments where ${mine})`
  await sql`
    update enrolments set entry_data = '{}', error = null, entry_key = 'erased:' || id, seed = 'erased:' || id,
      end_detail = case when end_reason = 'removed' then null else end_detail end
    where ${mine}`
  // Words are made of codes and slots: a slot stays, what stood in it goes.
  await sql`
    update trace set seen = null, params = coalesce((
      select jsonb_object_agg(key, case when key in ('value', 'detail', 'error', 'url') or (key = 'reason' and code = 'removed')
        then to_jsonb('–'::text) else value end) from jsonb_each(params)), '{}')
    where ${mine}`
}
