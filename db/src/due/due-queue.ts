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
  const rows = await tx.sql<(DueItem & DueRule & { retired: boolean })[]>`
    select q.rule_id as "ruleId", q.contact_id as "contactId", q.subject, q.crossing, r.id, r.flow_id as "flowId",
      r.version, r.kind, r.line, r.lateness, r.watermark, r.retired_at is not null as retired
    from ${asRows(tx, items)} as wanted(rule_id uuid, contact_id uuid, subject text, crossing timestamptz)
    join due_queue q on q.workspace_id = ${tx.workspaceId} and q.rule_id = wanted.rule_id
      and q.contact_id = wanted.contact_id and q.subject = wanted.subject and q.crossing = wanted.crossing
    join due_rules r on r.workspace_id = q.workspace_id and r.id = q.rule_id
    where q.handled_at is null
    order by q.contact_id, q.crossing for update of q`
  return rows.map(({ ruleId, contactId, subject, crossing, retired, ...rule }) => ({
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

/**
 * The instants from which crossings of one line were drawn, by `dueKey`; one that an event has moved since is
 * not among them.
 */
export async function standingAnchors(
  tx: Tx,
  rule: DueRule,
  items: DueItem[],
  timeZone: string,
): Promise<Map<string, Date>> {
  if (rule.kind === 'schedule') return new Map(items.map((item) => [dueKey(item), item.crossing]))
  const times = items.map(({ crossing }) => crossing.getTime())
  const range = {
    after: new Date(Math.min(...times) - 1),
    until: new Date(Math.max(...times)),
    contactIds: items.map(({ contactId }) => contactId),
  }
  const rows = await tx.sql<{ contactId: string; subject: string; crossing: Date; at: Date }[]>`
    select contact_id as "contactId", subject, crossing, at from (${crossings(tx, rule, timeZone, range)}) x`
  return new Map(rows.map((row) => [dueKey(row), row.at]))
}

/** Marks crossings as looked at, with what came of each; kept as the memory that makes the overlap harmless. */
export async function closeDue(
  tx: Tx,
  outcomes: { item: DueItem; outcome: string }[],
): Promise<void> {
  await tx.sql`
    update due_queue q set handled_at = clock_timestamp(), outcome = done.outcome
    from ${asRows(
      tx,
      outcomes.map(({ item, outcome }) => ({ ...item, outcome })),
    )} as done(rule_id uuid, contact_id uuid, subject text, crossing timestamptz, outcome text)
    where q.workspace_id = ${tx.workspaceId} and q.rule_id = done.rule_id and q.contact_id = done.contact_id
      and q.subject = done.subject and q.crossing = done.crossing`
}

const asRows = ({ sql }: Tx, items: (DueItem & { outcome?: string })[]) => sql`
  jsonb_to_recordset(${JSON.stringify(
    items.map(({ ruleId, contactId, subject, crossing, outcome }) => ({
      rule_id: ruleId,
      contact_id: contactId,
      subject,
      crossing,
      outcome,
    })),
  )}::jsonb)`
