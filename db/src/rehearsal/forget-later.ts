import type { Tx } from '../connection/scope'

/**
 * Takes away what a contact did and was sent after an instant, in a transaction that is rolled back: rules and limits
 * asked later on its clock find nothing of it. The caller holds the contact.
 */
export async function forgetLater(
  { sql, workspaceId }: Tx,
  contactId: string,
  after: Date,
): Promise<void> {
  await sql`
    delete from events where workspace_id = ${workspaceId} and contact_id = ${contactId} and at > ${after}`
  // A message is asked about by when it was queued; other rows hang on it, so it is not deleted.
  await sql`
    update messages set queued_at = '9999-01-01Z'
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and queued_at > ${after}`
}
