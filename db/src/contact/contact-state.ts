import type { DeclineReason } from '@relance/core/activity/decline'
import type { Tx } from '../connection/scope'

/** What is computed of a contact from sessions, orders and mails. */
export interface ContactState {
  lastVisitAt: Date | null
  lastOrderAt: Date | null
  lastOpenAt: Date | null
  lastClickAt: Date | null
  firstOrderAt: Date | null
  visitsCount: number
  ordersCount: number
  revenueCents: number
  usualVisitGapDays: number | null
  usualOrderGapDays: number | null
  lastSection: string | null
  /** The latest of visit, order, open and click. */
  lastInteractionAt: Date | null
  /** Why they are said to decline; null: they are not. */
  decliningReason: DeclineReason | null
}

const columns = ({ sql }: Tx) => sql`
  s.last_visit_at as "lastVisitAt", s.last_order_at as "lastOrderAt", s.last_open_at as "lastOpenAt",
  s.last_click_at as "lastClickAt", s.first_order_at as "firstOrderAt", s.visits_count as "visitsCount",
  s.orders_count as "ordersCount", s.revenue_cents as "revenueCents", s.usual_visit_gap_days as "usualVisitGapDays",
  s.usual_order_gap_days as "usualOrderGapDays", s.last_section as "lastSection",
  s.last_interaction_at as "lastInteractionAt", (
    select decline_reason(s.gap_due_at, s.basket_ratio, workspace_now(w.id), w.settings) from workspaces w
    where w.id = s.workspace_id) as "decliningReason"`

/** The computed fields of a contact as they stand. */
export async function readState(tx: Tx, contactId: string): Promise<ContactState | undefined> {
  const [state] = await tx.sql<ContactState[]>`
    select ${columns(tx)} from contact_state s where s.workspace_id = ${tx.workspaceId} and s.contact_id = ${contactId}`
  return state
}

// A workspace just begun is in no statistics: `materialized` and the second `any` keep the planner from
// counting anew for each row, or looking through everybody.

/** Visits of these contacts, counted anew from their sessions; a visit is dated by its first page. */
export const recountVisits = (tx: Tx, contactIds: string[]) => tx.sql<ContactState[]>`
  with v as materialized (
    select contact_id, count(*) as n, max(started_at) as last, percentile_cont(0.5) within group (order by gap) as gap
    from (
      select contact_id, started_at, extract(epoch from started_at - lag(started_at) over (
        partition by contact_id order by started_at))::float8 / 86400 as gap
      from web_sessions where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[])
    ) gaps group by contact_id
  )
  update contact_state s
  set visits_count = v.n, last_visit_at = v.last, usual_visit_gap_days = v.gap
  from v
  where s.workspace_id = ${tx.workspaceId} and s.contact_id = any(${contactIds}::uuid[]) and s.contact_id = v.contact_id
  returning ${columns(tx)}`

/** Orders of these contacts, counted anew. An order refunded in full counts for no order and no money. */
export const recountOrders = (tx: Tx, contactIds: string[]) => tx.sql<ContactState[]>`
  with o as materialized (
    select contact_id, count(*) filter (where refunded_cents = 0 or refunded_cents < revenue_cents) as n,
      sum(revenue_cents - refunded_cents) as revenue, min(at) as first, max(at) as last,
      percentile_cont(0.5) within group (order by gap) as gap
    from (
      select contact_id, at, revenue_cents, refunded_cents, extract(epoch from at - lag(at) over (
        partition by contact_id order by at))::float8 / 86400 as gap
      from orders where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[])
    ) gaps group by contact_id
  )
  update contact_state s
  set orders_count = o.n, revenue_cents = o.revenue, first_order_at = o.first, last_order_at = o.last,
    usual_order_gap_days = o.gap
  from o
  where s.workspace_id = ${tx.workspaceId} and s.contact_id = any(${contactIds}::uuid[]) and s.contact_id = o.contact_id
  returning ${columns(tx)}`

/** `field:<name>` for each computed field that differs, and `Started Declining` where they have. */
export function stateKeys(
  before: ContactState | undefined,
  after: ContactState | undefined,
): string[] {
  if (!before || !after) return []
  const old = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(after).filter(
    ([name, value]) => String(old.get(name)) !== String(value),
  )
  const keys = changed.flatMap(([name]) => [`field:${name}`, ...(RECKONED[name] ?? [])])
  const begins = before.decliningReason === null && after.decliningReason !== null
  return begins ? [...keys, STARTED_DECLINING] : keys
}

/** The event that somebody has begun to decline; also what a flow that starts with it listens for. */
export const STARTED_DECLINING = 'Started Declining'

/** What whoever listens for the ladder listens for. */
export const LADDER_KEYS = ['field:ladder', 'field:ladderSince']
export const DECLINE_KEYS = ['field:declining', 'field:decliningReason']

/** Fields that are reckoned from one when a rule asks: they may have changed with it. */
const RECKONED: Readonly<Record<string, string[]>> = {
  lastInteractionAt: LADDER_KEYS,
  decliningReason: ['field:declining'],
}
