import { AppError } from '@relance/core/error/app-error'
import type { Scope } from '../connection/scope'
import { type EventRefusal, type IncomingEvent, readIncomingEvent } from './incoming-event'
import { type IngestResult, ingestEvents } from './ingest-events'

interface BatchOptions {
  source: string
  envelope?: Record<string, unknown>
  contactOf?: (item: unknown) => string | null
}

/**
 * Takes raw messages of Segment's HTTP API: what can be read is stored, the answer says which were not.
 * @param envelope what the batch says for all of them: `sentAt`, `context`; for a single one its `type`
 * @param contactOf whom the server itself knows a message to be from, by something it has signed
 */
export async function ingestBatch(
  scope: Scope,
  raw: unknown[],
  { source, envelope = {}, contactOf = () => null }: BatchOptions,
): Promise<IngestResult> {
  const events: IncomingEvent[] = []
  const refusals: EventRefusal[] = []
  for (const [index, item] of raw.entries()) {
    const read = tryRead(item, envelope)
    if ('event' in read) events.push({ ...read.event, contactId: contactOf(item) })
    else refusals.push({ index, ...read.refusal })
  }
  if (events.length === 0) return { taken: 0, duplicates: 0, refusals }
  return { ...(await ingestEvents(scope, events, { source })), refusals }
}

type Read = { event: IncomingEvent } | { refusal: Omit<EventRefusal, 'index'> }

function tryRead(item: unknown, envelope: Record<string, unknown>): Read {
  try {
    return { event: readIncomingEvent(item, envelope) }
  } catch (error) {
    const { code, message, details } = AppError.from(error)
    if (code === 'internal') throw error
    return {
      refusal: { code, message, field: typeof details.field === 'string' ? details.field : null },
    }
  }
}
