import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'

/** What somebody wrote back, to which mail of which run. */
export interface NewAnswer {
  contactId: string
  enrolmentId: string
  messageId: string
  from: string
  subject: string
  said: string
  at: Date
}

/**
 * Keeps an answer for a person to see to; commercial steps of its run wait from then on. Of a run that is not this
 * contact's, nothing is kept. The caller holds the contact.
 */
export async function recordAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  const { contactId, enrolmentId, messageId, from, subject, said, at } = answer
  const known = await tx.sql`
    update enrolments set replied_at = greatest(replied_at, ${at})
    where workspace_id = ${tx.workspaceId} and id = ${enrolmentId} and contact_id = ${contactId} returning id`
  if (known.length === 0) return
  await tx.sql`
    insert into answers (workspace_id, id, contact_id, enrolment_id, message_id, from_address, subject, said, received_at)
    values (${tx.workspaceId}, ${newId()}, ${contactId}, ${enrolmentId}, ${messageId}, ${from}, ${subject}, ${said}, ${at})`
}
