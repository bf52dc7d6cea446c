import { createHash } from 'node:crypto'
import type { RefusalClass } from '@relance/core/delivery/class-of-status'
import { RETURNED_MAIL } from '../event/apply-returned'
import { ingestEvents } from '../event/ingest-events'
import type { Returned } from './open-return-address'

/** What came back and is kept. `code` is the enhanced status, or the best there is. */
export type Kept =
  | { kind: 'bounce'; class: RefusalClass; code: string }
  | { kind: 'complaint'; feedback: string }
  | { kind: 'reply'; reply: { mailId: string; from: string; subject: string; said: string } }

interface Fact {
  name: 'Email Bounced' | 'Email Marked as Spam' | 'Email Replied'
  /** Told apart from others about the same message: the same once more changes nothing. */
  key: string
  properties: Record<string, unknown>
}

function factOf(mail: Kept): Fact {
  switch (mail.kind) {
    case 'bounce': {
      const { class: bounceClass, code } = mail
      const properties = { bounce_class: bounceClass, code }
      return { name: 'Email Bounced', key: bounceClass, properties }
    }
    case 'complaint':
      return {
        ...{ name: 'Email Marked as Spam', key: 'complaint' },
        properties: { feedback: mail.feedback },
      }
    case 'reply': {
      const { mailId, from, subject, said } = mail.reply
      const key = `reply-${createHash('sha256').update(mailId).digest('hex').slice(0, 32)}`
      return { name: 'Email Replied', key, properties: { from, subject, text: said } }
    }
  }
}

/**
 * Keeps what came back as an event like any other: durable when this returns, then taken in in its order, so that
 * runs, gate and segments hear of it at once. Nothing is kept of whoever was erased.
 * @returns false where it was known
 */
export async function recordReturned(
  { scope, message, token }: Returned,
  mail: Kept,
): Promise<boolean> {
  if (message.isErased) return false
  const { name, key, properties } = factOf(mail)
  const about = {
    message_id: message.id,
    node_id: message.nodeId,
    flow_id: message.flowId,
    enrolment_id: message.enrolmentId,
    template_id: message.templateId,
    channel: message.channel,
  }
  const event = {
    type: 'track' as const,
    // The token is known to whoever got the mail and to us: no client can take the name before.
    messageId: `relance-${token}-${key}`,
    userId: null,
    anonymousId: null,
    previousId: null,
    contactId: message.contactId,
    name,
    properties: { ...about, ...properties },
    context: {},
    timestamp: null,
    sentAt: null,
  }
  const { taken } = await ingestEvents(scope, [event], { source: RETURNED_MAIL })
  return taken > 0
}
