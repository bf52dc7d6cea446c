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

/** Locks one crossing, after its contact. Undefined when it is handled already. */
export async function lockDue(
  tx: Tx,
  item: DueItem,
): Promise<(DueRule & { retired: boolean }) | undefined> {
  const [rule] = await tx.sql<(DueRule & { retired: boolean })[]>`
    select r.id, r.flow_id as "flowId", r.version, r.kind, r.line, r.lateness, r.watermark,
      r.retired_at is not null as retired
    from due_queue q join due_rules r on r.workspace_id = q.workspace_id and r.id = q.rule_id
    where q.workspace_id = ${tx.workspaceId} and q.rule_id = ${item.ruleId} and q.contact_id = ${item.contactId}
      and q.subject = ${item.subject} and q.crossing = ${item.crossing} and q.handled_at is null
    for update of q`
  return rule
}

/** The instant the line was drawn from, if the crossing still stands: an event since then moves it. */
export async function standingAnchor(
  tx: Tx,
  rule: DueRule,
  item: DueItem,
  timeZone: string,
): Promise<Date | undefined> {
  if (rule.kind === 'schedule') return item.crossing
  const before = new Date(item.crossing.getTime() - 1)
  const [row] = await tx.sql<{ at: Date }[]>`
    select at from (${crossings(tx, rule, timeZone, before, item.crossing)}) x
    where x.contact_id = ${item.contactId} and x.subject = ${item.subject} and x.crossing = ${item.crossing}`
  return row?.at
}

/** Marks a crossing as looked at, with what came of it; kept as the memory that makes the overlap harmless. */
export const closeDue = async (tx: Tx, item: DueItem, outcome: string): Promise<void> =>
  void (await tx.sql`
    update due_queue set handled_at = clock_timestamp(), outcome = ${outcome}
    where workspace_id = ${tx.workspaceId} and rule_id = ${item.ruleId} and contact_id = ${item.contactId}
      and subject = ${item.subject} and crossing = ${item.crossing}`)
