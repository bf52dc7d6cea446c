import type { StoredEvent } from '@relance/core/event/event'
import type postgres from 'postgres'

/** A stored event on its way to its contact. */
export interface QueuedEvent extends StoredEvent {
  contactId: string
  /** Its place in the queue. */
  seq: number
  /** How often applying it has failed. */
  failures: number
  /** Contacts whose past it brings along. */
  joins: string[]
}

/** The columns of a StoredEvent, with what it joins, for a select from events e. */
export const eventColumns = (sql: postgres.TransactionSql | postgres.Sql) => sql`
  e.id, e.message_id as "messageId", e.contact_id as "contactId", e.anonymous_id as "anonymousId", e.type, e.name,
  e.properties, e.context, e.at, e.received_at as "receivedAt", e.source, e.warnings, e.joins`
