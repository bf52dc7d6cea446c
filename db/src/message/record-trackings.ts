import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { IncomingEvent } from '../event/incoming-event'
import { ingestEvents } from '../event/ingest-events'
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
    await ingestEvents(tx, events, { source: 'tracking' })
    return trackings.map(({ messageId }) => messages.get(messageId) ?? null)
  })

const eventOf = ({ id, name, properties }: Tracking, message: TrackedMessage): IncomingEvent => ({
  type: 'track',
  messageId: `relance-${id}`,
  ...{ userId: null, anonymousId: null, previousId: null, contactId: message.contactId },
  name,
  properties: {
    message_id: message.id,
    node_id: message.nodeId,
    flow_id: message.flowId,
    enrolment_id: message.enrolmentId,
    template_id: message.templateId,
    channel: message.channel,
    ...properties,
  },
  ...{ context: {}, timestamp: null, sentAt: null },
})
