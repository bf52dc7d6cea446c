import type { Typology } from '@relance/core/graph/typology'
import { z } from 'zod'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import type { MessageState } from './message'

/** A message as people see it; instants are the workspace clock's. */
export interface MessageView {
  id: string
  key: string
  enrolmentId: string
  flowId: string
  nodeId: string
  contactId: string
  channel: string
  templateId: string
  templateVersion: number
  subject: string | null
  state: MessageState
  reason: string | null
  attempts: number
  retryAt: Date | null
  typology: Typology
  /** Why a queued message may not go now; null: it may, or it is queued no longer. */
  heldBy: string | null
  queuedAt: Date
  sentAt: Date | null
}

export const messageFilter = z.object({
  contactId: z.uuid().optional(),
  flowId: z.uuid().optional(),
  enrolmentId: z.uuid().optional(),
  state: z.enum(['queued', 'sending', 'sent', 'refused', 'failed']).optional(),
  /** Held by the gate for this reason; `any`: for whichever. */
  heldBy: z.string().max(40).optional(),
  /** Refused, failed or held for this reason. */
  reason: z.string().max(200).optional(),
})
export type MessageFilter = z.infer<typeof messageFilter>

/** The columns of a MessageView. */
export const messageViewColumns = ({ sql }: Tx) => sql`
  id, key, enrolment_id as "enrolmentId", flow_id as "flowId", node_id as "nodeId",
  contact_id as "contactId", channel, template_id as "templateId", template_version as "templateVersion",
  subject, state, reason, attempts, retry_at as "retryAt", typology,
  case when state = 'queued' then held_by end as "heldBy", queued_at as "queuedAt", sent_at as "sentAt"`

function heldFor({ sql }: Tx, heldBy: string | undefined) {
  if (!heldBy) return sql``
  if (heldBy === 'any') return sql`and state = 'queued' and held_by is not null`
  return sql`and state = 'queued' and held_by = ${heldBy}`
}

/** Messages, oldest first. */
export const listMessages = (
  scope: Scope,
  filter: MessageFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<MessageView>> =>
  inTransaction(scope, async (tx) => {
    const { sql } = tx
    const after = readCursor(cursor, 2)
    const rows = await sql<MessageView[]>`
      select ${messageViewColumns(tx)} from messages where workspace_id = ${tx.workspaceId}
        ${filter.contactId ? sql`and contact_id = ${filter.contactId}` : sql``}
        ${filter.flowId ? sql`and flow_id = ${filter.flowId}` : sql``}
        ${filter.enrolmentId ? sql`and enrolment_id = ${filter.enrolmentId}` : sql``}
        ${filter.state ? sql`and state = ${filter.state}` : sql``}
        ${heldFor(tx, filter.heldBy)}
        ${filter.reason ? sql`and reason = ${filter.reason}` : sql``}
        ${after ? sql`and (queued_at, id) > (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql``}
      order by queued_at, id limit ${limit + 1}`
    return pageOf(rows, limit, (row) => [row.queuedAt.toISOString(), row.id])
  })
