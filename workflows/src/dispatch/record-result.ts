import type { Delivery } from '@relance/channels/kit/delivery'
import { getClock } from '@relance/db/clock/workspace-clock'
import { Gathered } from '@relance/db/connection/gathered'
import type { Tx } from '@relance/db/connection/scope'
import { singly } from '@relance/db/connection/singly'
import { recordEvent } from '@relance/db/event/record-event'
import { markSent } from '@relance/db/message/mark-sent'
import { type Bounce, recordBounce } from '@relance/db/message/record-bounce'
import { closeAttempt, failMessage, retryLater } from '@relance/db/message/settle-message'
import { releaseCoupon } from '@relance/db/offer/release-coupon'
import { showCoupon } from '@relance/db/offer/show-coupon'
import { countImportSend } from '@relance/db/sending-limit/import-sends'
import { noteAtMessage } from '@relance/db/trace/note-at-message'
import type { Engine, FrozenMail } from '../burst/engine'
import { commitPoint } from '../failpoint/commit-point'
import { sideBySide } from '../together/side-by-side'
import type { Cleared } from './gate'
import type { WrittenMail } from './render-message'

/** What came of one send. */
export interface Result {
  claimId: string
  cleared: Cleared
  mail: WrittenMail
  /** What it was made from. */
  version: FrozenMail
  delivery: Delivery
}

/** Results recorded in one transaction, when they arrive while another is being recorded. */
const TOGETHER = 64
const AT_ONCE = 1

/**
 * Records what the provider answered, at once: what a kill can double is what was in its hands, not what waited
 * for others. Results that arrive while one is being written are written together after it.
 */
export const recordResults = (engine: Engine) =>
  new Gathered<Result, void>(
    (workspaceId, results) => {
      const record = (some: Result[]) =>
        commitPoint('result', { workspaceId, sql: engine.sql }, (tx) =>
          sideBySide(
            some,
            ({ cleared }) => cleared.message.id,
            (result) => recordOne(tx, result),
          ),
        )
      return singly(
        results,
        (result) => record([result]),
        async () => {
          await record(results)
          return results.map(() => undefined)
        },
      )
    },
    TOGETHER,
    AT_ONCE,
  )

/** Nobody else may have a mail that this one may have taken. */
const isUnsure = (delivery: Delivery) => delivery.result === 'retry' && delivery.why === 'unsure'

async function recordOne(
  tx: Tx,
  { claimId, cleared, mail, version, delivery }: Result,
): Promise<void> {
  const { message, attemptId, address } = cleared
  const claimed = { messageId: message.id, claimId }
  const { now } = await getClock(tx)
  const closing = closeAttempt(tx, {
    attemptId,
    accepted: isUnsure(delivery) ? null : delivery.result === 'sent',
    code: delivery.result === 'sent' ? null : delivery.code,
    response: delivery.result === 'sent' ? delivery.response : delivery.reason,
  })
  if (delivery.result === 'sent') {
    const { subject, html, text, removed } = mail
    await Promise.all([
      closing,
      markSent(tx, { ...claimed, subject, html, text, version, address, now }),
      removed.length > 0 &&
        noteAtMessage(tx, message.id, {
          ...{ at: now, code: 'programs-removed', params: { what: removed.join(', ') } },
        }),
      countImportSend(tx, { messageId: message.id, contactId: cleared.contactId }),
      message.couponCode && showCoupon(tx, message.key, now),
      recordEvent(tx, event(cleared, 'Email Delivered', now, {})),
    ])
    return
  }
  await closing
  const { code } = delivery
  if (delivery.result === 'retry') {
    const then = await retryLater(tx, claimed, message.attempts + 1, now, code)
    // A server that said "later" to the end has refused it; one that never answered has said nothing.
    if (then === 'given-up' && code.startsWith('4'))
      await bounced(tx, cleared, { class: 'soft', code }, now)
    return
  }
  await failMessage(tx, claimed, `bounced-${delivery.class}`)
  await bounced(tx, cleared, delivery, now)
}

async function bounced(
  tx: Tx,
  cleared: Cleared,
  { class: bounceClass, code }: Pick<Bounce, 'class' | 'code'>,
  now: Date,
): Promise<void> {
  const { message, address } = cleared
  await releaseCoupon(tx, message.key, now)
  await recordBounce(tx, { messageId: message.id, class: bounceClass, code, address, now })
  const details = { bounce_class: bounceClass, code }
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
