import type { StoredEvent } from '@relance/core/event/event'
import { z } from 'zod'
import { recordAnswer } from '../answer/record-answer'
import type { Tx } from '../connection/scope'
import { recordConsents } from '../contact/record-consent'
import { suppress } from '../contact/suppress'
import { recordBounce } from '../message/record-bounce'
import { watchComplaints } from '../sending-limit/watch-complaints'

/** Where events come from that a report or an answer has told of: a client's own of the same name are believed nothing. */
export const RETURNED_MAIL = 'returned-mail'

const bounced = z.object({
  message_id: z.uuid(),
  bounce_class: z.enum(['hard', 'soft', 'blocked']),
  code: z.string(),
})

/** A mail that had left came back. The caller holds the contact. */
export async function applyBounce(tx: Tx, event: StoredEvent, now: Date): Promise<string[]> {
  const said = event.source === RETURNED_MAIL && bounced.safeParse(event.properties).data
  if (!said) return []
  const { message_id: messageId, bounce_class: bounceClass, code } = said
  await recordBounce(tx, { messageId, class: bounceClass, code, now })
  return []
}

/**
 * Somebody called a mail spam: nothing more to the address it went to, and no consent any more. The caller holds the
 * contact.
 * @returns `consent:email` where that changed
 */
export async function applyComplaint(
  tx: Tx,
  contactId: string,
  event: StoredEvent,
  now: Date,
): Promise<string[]> {
  const sentTo = event.source === RETURNED_MAIL ? z.uuid().parse(event.properties.message_id) : null
  const [known] = await tx.sql<{ address: string | null; email: string | null }[]>`
    select c.email, (select m.address from messages m
      where m.workspace_id = ${tx.workspaceId} and m.id = ${sentTo}::uuid) as address
    from contacts c where c.workspace_id = ${tx.workspaceId} and c.id = ${contactId}`
  const address = known?.address ?? known?.email
  if (address) await suppress(tx, { channel: 'email', address, reason: 'complaint', now })
  if (event.source === RETURNED_MAIL) await watchComplaints(tx, RETURNED_MAIL, now)
  return recordConsents(tx, contactId, [
    { channel: 'email', state: 'refused', source: 'complaint', at: event.at },
  ])
}

const answered = z.object({
  enrolment_id: z.uuid(),
  message_id: z.uuid(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
})

/** Somebody answered a mail: a person is to see to it, and commercial steps of that run wait. The caller holds the contact. */
export async function applyReply(
  tx: Tx,
  contactId: string,
  { source, properties, at }: StoredEvent,
): Promise<string[]> {
  const reply = source === RETURNED_MAIL && answered.safeParse(properties).data
  if (!reply) return []
  const { enrolment_id: enrolmentId, message_id: messageId, from, subject, text: said } = reply
  await recordAnswer(tx, { contactId, enrolmentId, messageId, from, subject, said, at })
  return []
}
