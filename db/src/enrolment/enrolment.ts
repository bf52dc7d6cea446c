import type postgres from 'postgres'

export type EnrolmentState = 'waiting' | 'calling' | 'attention' | 'ended'
export const endReasons = [
  'goal',
  'exit',
  'end',
  'left',
  'removed',
  'expired',
  'unreachable',
  'erased',
  'merged',
] as const
export type EndReason = (typeof endReasons)[number]

/** What an enrolment has gone through: by node its visits and last leave, by backward edge how often it was taken. */
export type EnrolmentPath = Record<string, { visits: number; leftAt?: string }>

/** One contact on one version of a flow: where they stand. */
export interface Enrolment {
  id: string
  flowId: string
  version: number
  contactId: string
  entryKey: string
  seed: string
  state: EnrolmentState
  nodeId: string
  visit: number
  path: EnrolmentPath
  anchorAt: Date
  enteredAt: Date
  enteredNodeAt: Date
  dueAt: Date | null
  exitDueAt: Date | null
  /** What wakes it: the step's own, and what goal and exit rules look at. */
  listens: string[]
  nodeListens: string[]
  callId: string | null
  again: string | null
  heldBy: string | null
  error: { message: string } | null
  entryData: Record<string, unknown>
  bursts: number
  endedAt: Date | null
  endReason: EndReason | null
  endDetail: string | null
  revenueCents: number | null
  firstMessageAt: Date | null
  /** When the latest answer to a mail of it came that nobody has seen to. Never saved with a walk. */
  repliedAt: Date | null
}

/** The columns of an Enrolment, for a select. */
export const enrolmentColumns = (sql: postgres.TransactionSql | postgres.Sql) => sql`
  id, flow_id as "flowId", version, contact_id as "contactId", entry_key as "entryKey", seed, state,
  node_id as "nodeId", visit, path, anchor_at as "anchorAt", entered_at as "enteredAt",
  entered_node_at as "enteredNodeAt", due_at as "dueAt", exit_due_at as "exitDueAt", listens, node_listens as "nodeListens",
  call_id as "callId", again, held_by as "heldBy", error, entry_data as "entryData", bursts,
  ended_at as "endedAt", end_reason as "endReason", end_detail as "endDetail",
  revenue_cents as "revenueCents", first_message_at as "firstMessageAt",
  replied_at as "repliedAt"`
