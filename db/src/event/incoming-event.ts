import type { ErrorCode } from '@relance/core/error/app-error'
import { AppError } from '@relance/core/error/app-error'
import type { StoredEvent } from '@relance/core/event/event'
import { newId } from '@relance/core/id/ids'
import { z } from 'zod'
import { storableJson } from './storable-json'

/** A message of Segment's HTTP API, read and ready to be stored. */
export interface IncomingEvent {
  type: StoredEvent['type']
  messageId: string
  /** The client's own id of the person. */
  userId: string | null
  anonymousId: string | null
  /** Of an alias: what the person was called before. */
  previousId: string | null
  /** Where we know the contact already: our own events, a signed link. Never read from a sender. */
  contactId?: string | null
  name: string
  /** Of an identify: its traits, as sent. */
  properties: Record<string, unknown>
  context: Record<string, unknown>
  /** May be an invalid Date, when what was sent is none. */
  timestamp: Date | null
  sentAt: Date | null
}

/** One event that was not taken, and why; the rest of its batch was. */
export interface EventRefusal {
  index: number
  code: ErrorCode
  field: string | null
  message: string
}

const MAX_EVENT_BYTES = 32 * 1024
const MAX_ID_LENGTH = 255
const MAX_NAME_LENGTH = 200

const idText = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().trim().min(1).max(MAX_ID_LENGTH))
const bag = z.record(z.string(), z.unknown())
const instant = z
  .union([z.string(), z.number(), z.date()])
  .transform((value) => new Date(value))
  .nullish()

const message = z.object({
  type: z.enum(['identify', 'track', 'page', 'screen', 'alias', 'group']),
  messageId: idText.nullish(),
  userId: idText.nullish(),
  anonymousId: idText.nullish(),
  previousId: idText.nullish(),
  event: z.string().trim().min(1).max(MAX_NAME_LENGTH).nullish(),
  name: z.string().nullish(),
  category: z.string().nullish(),
  properties: bag.nullish(),
  traits: bag.nullish(),
  context: bag.nullish(),
  timestamp: instant,
  originalTimestamp: instant,
  sentAt: instant,
})
type Message = z.infer<typeof message>

const invalid = (field: string, text: string) => new AppError('invalid', text, { field })

/**
 * Reads one message of Segment's HTTP API (identify, track, page, screen, alias).
 * @param envelope what its endpoint or batch says for it: `type`, `sentAt`, `context`
 * @throws AppError invalid with the `field`, too-large over 32 KB
 */
export function readIncomingEvent(
  raw: unknown,
  envelope: Record<string, unknown> = {},
): IncomingEvent {
  const { value, bytes } = storableJson(raw)
  if (bytes > MAX_EVENT_BYTES)
    throw new AppError('too-large', 'An event may have 32 KB at most.', { field: null })
  const parsed = message.safeParse({ ...envelope, ...bag.safeParse(value).data })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.') || 'type'
    throw invalid(field, `${field}: ${issue?.message ?? 'not an event'}`)
  }
  return toIncoming(parsed.data)
}

function toIncoming(sent: Message): IncomingEvent {
  if (sent.type === 'group')
    throw invalid('type', 'Calls of type "group" are not taken: Relance knows people, not groups.')
  if (!sent.userId && !sent.anonymousId)
    throw invalid('userId', 'Say who it is: userId or anonymousId is missing.')
  if (sent.type === 'alias' && !sent.previousId)
    throw invalid('previousId', 'An alias needs previousId.')
  if (sent.type === 'alias' && !sent.userId) throw invalid('userId', 'An alias needs userId.')
  return {
    type: sent.type === 'screen' ? 'page' : sent.type,
    messageId: sent.messageId ?? newId(),
    userId: sent.userId ?? null,
    anonymousId: sent.anonymousId ?? null,
    previousId: sent.type === 'alias' ? (sent.previousId ?? null) : null,
    ...nameAndProperties(sent),
    context: sent.context ?? {},
    timestamp: sent.timestamp ?? sent.originalTimestamp ?? null,
    sentAt: sent.sentAt ?? null,
  }
}

function nameAndProperties(sent: Message): Pick<IncomingEvent, 'name' | 'properties'> {
  switch (sent.type) {
    case 'identify':
      return { name: 'identify', properties: sent.traits ?? {} }
    case 'alias':
      return { name: 'alias', properties: { previousId: sent.previousId, userId: sent.userId } }
    case 'track':
      if (!sent.event) throw invalid('event', 'A track needs the name of its event.')
      return { name: sent.event, properties: sent.properties ?? {} }
    default: {
      const named = {
        ...(sent.name && { name: sent.name }),
        ...(sent.category && { category: sent.category }),
      }
      return { name: 'page', properties: { ...named, ...sent.properties } }
    }
  }
}
