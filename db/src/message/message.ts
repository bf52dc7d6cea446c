import type { Typology } from '@relance/core/graph/typology'
import type postgres from 'postgres'

/** What becomes of a message that may not go now. */
export type WhenHeld = 'wait' | 'skip' | 'leave'
export type MessageState = 'queued' | 'sending' | 'sent' | 'refused' | 'failed'

/** One thing for one contact on one channel. */
export interface Message {
  id: string
  /** enrolment:node:visit */
  key: string
  enrolmentId: string
  flowId: string
  version: number
  nodeId: string
  visit: number
  contactId: string
  channel: string
  templateId: string
  templateVersion: number
  locale: string
  offerId: string | null
  couponCode: string | null
  service: boolean
  typology: Typology
  whenHeld: WhenHeld
  /** Why it may not go now, while it is queued; null: it may. */
  heldBy: string | null
  state: MessageState
  reason: string | null
  attempts: number
  queuedAt: Date
  expiresAt: Date
  /** When it took its places among the limits on sending; null: it has none. */
  placedAt: Date | null
}

/** The columns of a Message, for a select. */
export const messageColumns = (sql: postgres.TransactionSql | postgres.Sql) => sql`
  id, key, enrolment_id as "enrolmentId", flow_id as "flowId", version, node_id as "nodeId", visit,
  contact_id as "contactId", channel, template_id as "templateId", template_version as "templateVersion",
  locale, offer_id as "offerId", coupon_code as "couponCode", service, typology,
  when_held as "whenHeld", held_by as "heldBy", state, reason, attempts,
  queued_at as "queuedAt", expires_at as "expiresAt", placed_at as "placedAt"`
