import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type EventToStore, storeEvents } from '../event/store-events'
import { findTrackedMessages, type TrackedMessage } from './find-tracked-message'

/** What somebody, or a program, did with a mail by one of its links. */
export interface Tracking {
  /** Its own: recorded a second time, it changes nothing. */
  id: string
  messageId: string
  /** Of the event that it becomes. */
  name: string
  properties: Record<string, unknown>
}

/**
 * Records what was done with mails, at the workspace's now, as events like any other, all in one transaction; nothing
 * of whoever was erased.
 * @returns the message of each, null where it no longer exists
 */
export const recordTrackings = (
  scope: Scope,
  trackings: Tracking[],
): Promise<(TrackedMessage | null)[]> =>
  inTransaction(scope, async (tx) => {
    const messageIds = [...new Set(trackings.map(({ messageId }) => messageId))]
    const messages = await findTrackedMessages(tx, messageIds)
    const events = trackings.flatMap((tracking) => {
      const message = messages.get(tracking.messageId)
      return message && !message.isErased ? [eventOf(tracking, message)] : []
    })
    const [first] = events
    if (first) await storeEvents(tx, events, { source: 'tracking', receivedAt: first.at })
    return trackings.map(({ messageId }) => messages.get(messageId) ?? null)
  })

/** Whose it is, and when, is known: unlike what comes from a site, it needs no looking up. */
const eventOf = ({ id, name, properties }: Tracking, message: TrackedMessage): EventToStore => ({
  ...{ id: newId(), messageId: `relance-${id}`, contactId: message.contactId, joins: [] },
  ...{ anonymousId: null, type: 'track', name },
  properties: {
    message_id: message.id,
    node_id: message.nodeId,
    flow_id: message.flowId,
    enrolment_id: message.enrolmentId,
    template_id: message.templateId,
    channel: message.channel,
    ...properties,
  },
  ...{ context: {}, at: message.now, warnings: [] },
})
