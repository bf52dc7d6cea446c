import type { Tx } from '../connection/scope'
import type { EndReason } from '../enrolment/enrolment'

/** What people see of an enrolment: `held` is derived, an outside call counts as waiting. */
export interface EnrolmentView {
  id: string
  flowId: string
  flowName: string
  version: number
  contactId: string
  key: string
  state: 'waiting' | 'held' | 'attention' | 'ended'
  nodeId: string
  visit: number
  anchorAt: Date
  dueAt: Date | null
  listens: string[]
  heldBy: string | null
  error: { message: string } | null
  enteredAt: Date
  endedAt: Date | null
  endReason: EndReason | null
  endDetail: string | null
  revenueCents: number | null
  contact: {
    id: string
    externalId: string | null
    email: string | null
    firstName: string | null
    lastName: string | null
  }
}

/**
 * Held: at a send whose gate said "later", or due while the flow is paused.
 * Needs `e` (enrolments), `f` (flows) and `w` (a row with `now`).
 */
export const heldReason = ({ sql }: Tx) => sql`
  case when e.state = 'ended' then null
    when e.held_by is not null then e.held_by
    when f.status = 'paused' and e.due_at <= w.now then 'paused' end`

/** The columns of an EnrolmentView; needs `e`, `f`, `c` (contacts) and `w`. */
export const enrolmentViewColumns = (tx: Tx) => tx.sql`
  e.id, e.flow_id as "flowId", f.name as "flowName", e.version, e.contact_id as "contactId", e.entry_key as key,
  case when e.state in ('ended', 'attention') then e.state
    when ${heldReason(tx)} is not null then 'held' else 'waiting' end as state,
  e.node_id as "nodeId", e.visit, e.anchor_at as "anchorAt", e.due_at as "dueAt", e.listens,
  ${heldReason(tx)} as "heldBy", e.error, e.entered_at as "enteredAt", e.ended_at as "endedAt",
  e.end_reason as "endReason", e.end_detail as "endDetail", e.revenue_cents as "revenueCents",
  jsonb_build_object('id', c.id, 'externalId', c.external_id, 'email', c.email, 'firstName', c.first_name,
    'lastName', c.last_name) as contact`

/** Where those columns come from. */
export const enrolmentViewTables = ({ sql, workspaceId }: Tx) => sql`
  enrolments e
  join flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
  join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
  cross join (select workspace_now(${workspaceId}) as now) w`
