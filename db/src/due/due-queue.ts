import type { Tx } from '../connection/scope'
import { crossings, type DueRule } from './due-rule'

export interface DueItem {
  ruleId: string
  contactId: string
  subject: string
  crossing: Date
}

/** The next crossings to look at, oldest first; no lock: the contact's lock decides. */
export const peekDue = async (tx: Tx, limit: number): Promise<DueItem[]> => tx.sql<DueItem[]>`
  select rule_id as "ruleId", contact_id as "contactId", subject, crossing from due_queue
  where workspace_id = ${tx.workspaceId} and handled_at is null order by crossing, contact_id limit ${limit}`

/** A crossing under its lock, with its line. */
export interface LockedDue extends DueItem {
  rule: DueRule
  /** The line is no longer drawn. */
  retired: boolean
}

/** Locks crossings, after their contacts. Those that are handled already are left out. */
export async function lockDue(tx: Tx, items: DueItem[]): Promise<LockedDue[]> {
  // By lists and not by a join: of a queue just filled the planner knows nothing, and would scan it.
  const rows = await tx.sql<(DueItem & DueRule & { retired: boolean })[]>`
    select q.rule_id as "ruleId", q.contact_id as "contactId", q.subject, q.crossing, r.id, r.flow_id as "flowId",
      r.version, r.kind, r.line, r.lateness, r.watermark, r.since, r.retired_at is not null as retired
    from due_queue q join due_rules r on r.workspace_id = q.workspace_id and r.id = q.rule_id
    where ${among(tx, items)} and q.handled_at is null
    order by q.contact_id, q.crossing for update of q`
  const wanted = new Set(items.map((item) => item.ruleId + dueKey(item)))
  const locked = rows.filter((row) => wanted.has(row.ruleId + dueKey(row)))
  return locked.map(({ ruleId, contactId, subject, crossing, retired, ...rule }) => ({
    ruleId,
    contactId,
    subject,
    crossing,
    retired,
    rule,
  }))
}

/** What makes a crossing one. */
export const dueKey = ({ contactId, subject, crossing }: Omit<DueItem, 'ruleId'>) =>
  `${contactId}:${subject}:${crossing.getTime()}`

/** Where a crossing was counted from. */
export interface Anchor {
  at: Date
  /** How often the cart has been filled anew after an order; 1 for anything else. */
  round: number
}

/**
 * The instants from which crossings of one line were drawn, by `dueKey`; one that an event has moved since is
 * not among them.
 */
export async function standingAnchors(
  tx: Tx,
  rule: DueRule,
  items: DueItem[],
  timeZone: string,
): Promise<Map<string, Anchor>> {
  if (rule.kind === 'schedule') {
    // The subject says when it was whose turn; without one, at the instant itself.
    return new Map(
      items.map((item) => [
        dueKey(item),
        { at: new Date(item.subject || item.crossing), round: 1 },
      ]),
    )
  }
  const times = items.map(({ crossing }) => crossing.getTime())
  const range = {
    after: new Date(Math.min(...times) - 1),
    until: new Date(Math.max(...times)),
    contactIds: items.map(({ contactId }) => contactId),
  }
  const rows = await tx.sql<(Anchor & Omit<DueItem, 'ruleId'>)[]>`
    select contact_id as "contactId", subject, crossing, round, at
    from (${crossings(tx, rule, timeZone, range)}) x`
  return new Map(rows.map((row) => [dueKey(row), { at: row.at, round: row.round }]))
}

/** Marks crossings as looked at, with what came of each; kept as the memory that makes the overlap harmless. */
export async function closeDue(
  tx: Tx,
  outcomes: { item: DueItem; outcome: string }[],
): Promise<void> {
  const items = outcomes.map(({ item }) => item)
  const rows = outcomes.map(({ item, outcome }) => ({
    rule_id: item.ruleId,
    contact_id: item.contactId,
    subject: item.subject,
    crossing: item.crossing,
    outcome,
  }))
  await tx.sql`
    update due_queue q set handled_at = clock_timestamp(), outcome = done.outcome
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as done(rule_id uuid, contact_id uuid, subject text, crossing timestamptz, outcome text)
    where ${among(tx, items)} and q.rule_id = done.rule_id and q.contact_id = done.contact_id
      and q.subject = done.subject and q.crossing = done.crossing`
}

const among = ({ sql, workspaceId }: Tx, items: DueItem[]) => sql`
  q.workspace_id = ${workspaceId} and q.rule_id = any(${[...new Set(items.map(({ ruleId }) => ruleId))]}::uuid[])
  and q.contact_id = any(${items.map(({ contactId }) => contactId)}::uuid[])`
