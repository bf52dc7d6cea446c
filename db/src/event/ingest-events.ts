import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { readTraits } from '../contact/read-traits'
import { eventTime } from './event-time'
import type { EventRefusal, IncomingEvent } from './incoming-event'
import { lockSubjects, readSubjects } from './read-subjects'
import { type Resolution, resolveSubjects } from './resolve-subjects'
import { type EventToStore, storeEvents } from './store-events'
import { writeSubjects } from './write-subjects'

export interface IngestResult {
  taken: number
  duplicates: number
  refusals: EventRefusal[]
}

/**
 * Stores events for good, once each, and queues them for react. When it returns they are durable.
 * Unknown people are made here, under a lock on their names; a repeated messageId changes nothing.
 * @param events in the order of arrival; a batch costs a handful of statements
 */
export async function ingestEvents(
  scope: Scope | Tx,
  events: IncomingEvent[],
  { source }: { source: string },
): Promise<IngestResult> {
  if (events.length === 0) return { taken: 0, duplicates: 0, refusals: [] }
  return inTransaction(scope, async (tx) => {
    let plan = await planEvents(tx, events)
    if (plan.writes) {
      await lockSubjects(tx, plan.fresh)
      plan = await planEvents(tx, events)
      await writeSubjects(tx, plan.resolution)
    }
    const taken = await storeEvents(tx, plan.rows, { source, receivedAt: plan.now })
    return { taken, duplicates: events.length - taken, refusals: [] }
  })
}

interface IngestPlan {
  fresh: IncomingEvent[]
  resolution: Resolution
  /** Whether somebody or some name must be written first. */
  writes: boolean
  rows: EventToStore[]
  now: Date
}

async function planEvents(tx: Tx, events: IncomingEvent[]): Promise<IngestPlan> {
  const { clock, receivedAt, known, taken } = await readSubjects(tx, events)
  // A repeated identify must not tie a cookie again that has changed hands since.
  const fresh = firstOfEach(events).filter(({ messageId }) => !taken.has(messageId))
  const timed = fresh.map((event) => ({ event, ...eventTime({ ...event, receivedAt, clock }) }))
  const resolution = resolveSubjects(timed, known)
  const rows = timed.map(({ event, at, warnings }, index) => ({
    id: newId(),
    messageId: event.messageId,
    contactId: resolution.contactIds[index] ?? '',
    joins: resolution.joins[index] ?? [],
    anonymousId: event.anonymousId,
    type: event.type,
    name: event.name,
    properties: event.properties,
    context: event.context,
    at,
    warnings:
      event.type === 'identify'
        ? [...warnings, ...readTraits(event.properties).warnings]
        : warnings,
  }))
  return {
    fresh,
    resolution,
    rows,
    now: clock.now,
    writes: resolution.contacts.length + resolution.identities.length > 0,
  }
}

const firstOfEach = (events: IncomingEvent[]) => {
  const seen = new Set<string>()
  return events.filter(({ messageId }) => !seen.has(messageId) && seen.add(messageId))
}
