import type { EmailMessage } from '@relance/channels/email/email-message'
import type { Delivery } from '@relance/channels/kit/delivery'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Tx } from '@relance/db/connection/scope'
import { suppress } from '@relance/db/contact/suppress'
import { recordEvent } from '@relance/db/event/record-event'
import {
  closeAttempt,
  closeMessage,
  markSent,
  retryLater,
} from '@relance/db/message/settle-message'
import { releaseCoupon } from '@relance/db/offer/release-coupon'
import { showCoupon } from '@relance/db/offer/show-coupon'
import type { Engine } from '../burst/engine'
import type { Cleared } from './gate'

/** Records what the provider answered, at once: each send by itself, so that a kill doubles one mail at most. */
export const recordResult = (
  engine: Engine,
  workspaceId: string,
  claimId: string,
  cleared: Cleared,
  mail: EmailMessage,
  delivery: Delivery,
): Promise<void> =>
  inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
    const { message, attemptId } = cleared
    const claimed = { messageId: message.id, claimId }
    const { now } = await getClock(tx)
    await closeAttempt(tx, attemptId, {
      accepted: delivery.result === 'sent',
      code: delivery.result === 'sent' ? null : delivery.code,
      response: delivery.result === 'sent' ? delivery.response : delivery.reason,
    })
    if (delivery.result === 'sent') {
      await markSent(
        tx,
        claimed,
        { subject: mail.subject, html: mail.html, text: mail.text, address: cleared.address },
        now,
      )
      await showCoupon(tx, message.key, now)
      return recordEvent(tx, event(cleared, 'Email Delivered', now, {}))
    }
    if (delivery.result === 'retry')
      return retryLater(tx, claimed, message.attempts + 1, now, delivery.code)
    return bounced(tx, claimed, cleared, delivery, now)
  })

async function bounced(
  tx: Tx,
  claimed: { messageId: string; claimId: string },
  cleared: Cleared,
  delivery: Extract<Delivery, { result: 'refused' }>,
  now: Date,
): Promise<void> {
  await closeMessage(tx, claimed, 'failed', `bounced-${delivery.class}`)
  await releaseCoupon(tx, cleared.message.key, now)
  if (delivery.class === 'hard') {
    await suppress(tx, { channel: 'email', address: cleared.address, reason: 'hard-bounce', now })
  }
  const details = { bounce_class: delivery.class, code: delivery.code }
  await recordEvent(tx, event(cleared, 'Email Bounced', now, details), { always: true })
}

const event = (
  { message, contactId }: Cleared,
  name: string,
  at: Date,
  more: Record<string, unknown>,
) => ({
  contactId,
  name,
  at,
  properties: {
    message_id: message.id,
    flow_id: message.flowId,
    node_id: message.nodeId,
    enrolment_id: message.enrolmentId,
    ...more,
  },
})
