import { newId } from '@relance/core/id/ids'
import type { IncomingEvent } from '@relance/db/event/incoming-event'

const event = (
  part: Pick<IncomingEvent, 'type' | 'name'> & Partial<IncomingEvent>,
): IncomingEvent => ({
  messageId: newId(),
  userId: null,
  anonymousId: null,
  previousId: null,
  properties: {},
  context: {},
  timestamp: null,
  sentAt: null,
  ...part,
})

/** Somebody with an address who has agreed to mails. */
export const identify = (userId: string, traits: Record<string, unknown> = {}): IncomingEvent =>
  event({
    type: 'identify',
    name: 'identify',
    userId,
    properties: {
      email: `${userId}@example.com`,
      firstName: userId,
      consent: { email: true },
      ...traits,
    },
  })

/** Something they did, now unless `at` says when. */
export const track = (
  userId: string,
  name: string,
  properties: Record<string, unknown> = {},
  at?: string,
): IncomingEvent =>
  event({ type: 'track', name, userId, properties, timestamp: at ? new Date(at) : null })

/** A page they looked at. */
export const page = (userId: string, path = '/', at?: string): IncomingEvent =>
  event({
    type: 'page',
    name: 'page',
    userId,
    properties: { path },
    timestamp: at ? new Date(at) : null,
  })
