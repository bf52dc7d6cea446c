import type { ErrorCode } from '@relance/core/error/app-error'
import { AppError } from '@relance/core/error/app-error'
import type { StoredEvent } from '@relance/core/event/event'
import { newId } from '@relance/core/id/ids'
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

const invalid = (field: string, text: string) => new AppError('invalid', text, { field })

type Sent = Record<string, unknown>
type Field = 'messageId' | 'userId' | 'anonymousId' | 'previousId'

/**
 * Reads one message of Segment's HTTP API (identify, track, page, screen, alias). By hand: ten thousand a second
 * come through here.
 * @param envelope what its endpoint or batch says for it: `type`, `sentAt`, `context`
 * @throws AppError invalid with the `field`, too-large over 32 KB
 */
export function readIncomingEvent(raw: unknown, envelope: Sent = {}): IncomingEvent {
  const { value, bytes } = storableJson(raw)
  if (bytes > MAX_EVENT_BYTES)
    throw new AppError('too-large', 'An event may have 32 KB at most.', { field: null })
  const sent: Sent = isBag(value) ? { ...envelope, ...value } : envelope
  const type = typeOf(sent.type)
  const [userId, anonymousId] = [idIn(sent, 'userId'), idIn(sent, 'anonymousId')]
  const previousId = idIn(sent, 'previousId')
  if (!userId && !anonymousId)
    throw invalid('userId', 'Say who it is: userId or anonymousId is missing.')
  if (type === 'alias' && !previousId) throw invalid('previousId', 'An alias needs previousId.')
  if (type === 'alias' && !userId) throw invalid('userId', 'An alias needs userId.')
  return {
    type,
    messageId: idIn(sent, 'messageId') ?? newId(),
    userId,
    anonymousId,
    previousId: type === 'alias' ? previousId : null,
    ...nameAndProperties(type, sent, { previousId, userId }),
    context: bagIn(sent, 'context'),
    timestamp: instantIn(sent, 'timestamp') ?? instantIn(sent, 'originalTimestamp'),
    sentAt: instantIn(sent, 'sentAt'),
  }
}

function nameAndProperties(
  type: IncomingEvent['type'],
  sent: Sent,
  alias: Sent,
): Pick<IncomingEvent, 'name' | 'properties'> {
  switch (type) {
    case 'identify':
      return { name: 'identify', properties: bagIn(sent, 'traits') }
    case 'alias':
      return { name: 'alias', properties: alias }
    case 'track':
      return { name: eventName(sent.event), properties: bagIn(sent, 'properties') }
    default: {
      const [name, category] = [textIn(sent, 'name'), textIn(sent, 'category')]
      const named = { ...(name && { name }), ...(category && { category }) }
      return { name: 'page', properties: { ...named, ...bagIn(sent, 'properties') } }
    }
  }
}

function typeOf(sent: unknown): IncomingEvent['type'] {
  switch (sent) {
    case 'identify':
    case 'track':
    case 'page':
    case 'alias':
      return sent
    case 'screen':
      return 'page'
    case 'group':
      throw invalid(
        'type',
        'Calls of type "group" are not taken: Relance knows people, not groups.',
      )
    default:
      throw invalid('type', 'type: must be identify, track, page, screen or alias.')
  }
}

function eventName(sent: unknown): string {
  if (sent === undefined || sent === null)
    throw invalid('event', 'A track needs the name of its event.')
  const name = typeof sent === 'string' ? sent.trim() : ''
  if (name === '' || name.length > MAX_NAME_LENGTH)
    throw invalid('event', `event: must be a text of 1 to ${MAX_NAME_LENGTH} characters.`)
  return name
}

const isBag = (sent: unknown): sent is Sent =>
  typeof sent === 'object' && sent !== null && !Array.isArray(sent)

function bagIn(sent: Sent, field: string): Sent {
  const value = sent[field] ?? {}
  if (!isBag(value)) throw invalid(field, `${field}: must be an object.`)
  return value
}

function textIn(sent: Sent, field: string): string | null {
  const value = sent[field] ?? null
  if (value !== null && typeof value !== 'string') throw invalid(field, `${field}: must be a text.`)
  return value
}

/** A name of somebody or of the message: a text or a number; null when absent. */
function idIn(sent: Sent, field: Field): string | null {
  const value = sent[field] ?? null
  if (value === null) return null
  const text = typeof value === 'string' || Number.isFinite(value) ? String(value).trim() : ''
  if (text === '' || text.length > MAX_ID_LENGTH)
    throw invalid(
      field,
      `${field}: must be a text of 1 to ${MAX_ID_LENGTH} characters, or a number.`,
    )
  return text
}

/** An invalid Date where what was sent is no instant; null when absent. */
function instantIn(sent: Sent, field: string): Date | null {
  const value = sent[field] ?? null
  if (value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date)
    return new Date(value)
  throw invalid(field, `${field}: must be an instant such as 2026-03-01T10:00:00Z.`)
}
