import { newId } from '@relance/core/id/ids'
import type { CONSENT_CONFIRMED } from '@relance/core/preference/consent-events'
import type { PREFERENCES_CHANGED } from '@relance/core/preference/preferences'
import type { Scope } from '@relance/db/connection/scope'
import { ingestEvents } from '@relance/db/event/ingest-events'
import type { TrackedMessage } from '@relance/db/message/find-tracked-message'

export type TrackingEvent =
  | 'Email Opened'
  | 'Email Link Clicked'
  | 'Email Prefetched'
  | 'Email Link Scanned'
  | 'Unsubscribed'
  | typeof PREFERENCES_CHANGED
  | typeof CONSENT_CONFIRMED

/** Records what somebody did with a mail, at the workspace's now, as an event like any other; nothing of whoever was erased. */
export async function recordTracking(
  scope: Scope,
  message: TrackedMessage,
  name: TrackingEvent,
  extra: Record<string, unknown> = {},
): Promise<void> {
  if (message.isErased) return
  const properties = {
    message_id: message.id,
    node_id: message.nodeId,
    flow_id: message.flowId,
    enrolment_id: message.enrolmentId,
    template_id: message.templateId,
    channel: message.channel,
    ...extra,
  }
  const event = {
    type: 'track' as const,
    messageId: `relance-${newId()}`,
    userId: null,
    anonymousId: null,
    previousId: null,
    contactId: message.contactId,
    name,
    properties,
    context: {},
    timestamp: null,
    sentAt: null,
  }
  await ingestEvents(scope, [event], { source: 'tracking' })
}
