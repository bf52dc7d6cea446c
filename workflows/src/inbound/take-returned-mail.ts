import type { Arrival } from '@relance/channels/inbound/listen-smtp'
import { readReturnedMail } from '@relance/channels/inbound/read-returned-mail'
import type { ReturnedMail } from '@relance/channels/inbound/returned-mail'
import { SmtpRefusal } from '@relance/channels/inbound/smtp-refusal'
import { findReturnAddresses } from '@relance/core/token/return-addresses'
import { openReturnAddress, type Returned } from '@relance/db/message/open-return-address'
import { recordReturned } from '@relance/db/message/record-returned'
import type { Engine } from '../burst/engine'

/** Whose an address of our domain is: one message's, or the desk that providers send complaints to. */
export type Mailbox = { of: 'message'; returned: Returned } | { of: 'desk' }

export interface InboundDesk {
  engine: Engine
  domain: string
  /** Hands an answer to a person; throws when that is to be tried again. */
  forward(
    returned: Returned,
    reply: Extract<ReturnedMail, { kind: 'reply' }>,
    raw: Buffer,
  ): Promise<void>
}

/**
 * Keeps what came back, then hands answers to a person. What is about no mail of ours changes nothing, and is counted
 * and logged. Throws SmtpRefusal for what is no report and came to the desk.
 */
export async function takeReturnedMail(
  desk: InboundDesk,
  { mailboxes, from, raw }: Arrival<Mailbox>,
): Promise<void> {
  const mail = await readReturnedMail(raw, from)
  for (const mailbox of mailboxes) {
    const returned =
      mailbox.of === 'message' ? mailbox.returned : await findReported(desk, mail, raw)
    await takeOne(desk, returned, mail, raw)
  }
}

/** The message that a report to the desk is about: its return address stands in the mail that is reported. */
async function findReported(
  { engine, domain }: InboundDesk,
  mail: ReturnedMail,
  raw: Buffer,
): Promise<Returned | null> {
  if (mail.kind === 'reply')
    throw new SmtpRefusal(554, '5.6.0 This address takes reports of mail servers only')
  const addresses = findReturnAddresses(domain, raw.toString('latin1'))
  for (const { token } of addresses.slice(0, 4)) {
    const returned = await openReturnAddress(engine.sql, token)
    if (returned) return returned
  }
  return null
}

async function takeOne(
  { engine, forward }: InboundDesk,
  returned: Returned | null,
  mail: ReturnedMail,
  raw: Buffer,
): Promise<void> {
  const { kind } = mail
  engine.meter.returned(returned ? kind : 'unknown')
  if (!returned) return engine.log.warn({ kind }, 'a report about no mail of ours')
  const about = { kind, workspaceId: returned.scope.workspaceId, messageId: returned.message.id }
  if (kind === 'unreadable')
    return engine.log.warn(about, 'a returned mail says nothing we can read')
  if (kind === 'automatic') return engine.log.debug(about, 'an answer of a machine')
  const isNew = await recordReturned(returned, mail)
  engine.log.info({ ...about, isNew }, 'a mail came back')
  // Also once more: the last time may have ended between keeping and handing over.
  if (kind === 'reply' && !returned.message.isErased) await forward(returned, mail, raw)
}
