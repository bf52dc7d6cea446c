import { getClock, type WorkspaceClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { isResting } from '../trouble/is-resting'
import { crossings, type DueRule } from './due-rule'

/** Looked at again, because a transaction that set a field may commit after the sweep has read the clock. */
const OVERLAP_MS = 120_000
const BATCH = 2_000

const ruleColumns = (tx: Tx) => tx.sql`
  id, flow_id as "flowId", version, kind, line, lateness, watermark, since, cursor_at as "cursorAt",
  cursor_contact as "cursorContact"`

/** Locks one line behind the clock, if no other worker has it. */
export async function takeRule(
  tx: Tx,
): Promise<{ rule: DueRule; clock: WorkspaceClock } | undefined> {
  await planAfresh(tx)
  const clock = await getClock(tx)
  const [rule] = await tx.sql<DueRule[]>`
    select ${ruleColumns(tx)} from due_rules
    where workspace_id = ${tx.workspaceId} and retired_at is null and kind <> 'schedule' and watermark < ${clock.now}
      and not ${isResting(tx, 'sweep', tx.sql`due_rules.id`)}
    order by watermark limit 1 for update skip locked`
  return rule && { rule, clock }
}

/**
 * Finds who crossed a line since its watermark, one batch, and moves the watermark when it found all.
 * Costs what crossed, not what exists.
 */
export async function sweepRule(tx: Tx, rule: DueRule, clock: WorkspaceClock): Promise<number> {
  const overlap = clock.kind === 'test' ? 0 : OVERLAP_MS
  const back = Math.max(rule.since.getTime(), rule.watermark.getTime() - overlap)
  const from = rule.cursorAt ?? new Date(back)
  const rows = await enqueue(tx, rule, clock, {
    from,
    cursorContact: rule.cursorAt ? rule.cursorContact : null,
  })
  const last = rows.at(-1)
  await tx.sql`
    update due_rules set
      cursor_at = ${rows.length === BATCH && last ? last.crossing : null},
      cursor_contact = ${rows.length === BATCH && last ? last.contactId : null},
      watermark = ${rows.length === BATCH ? rule.watermark : clock.now}
    where workspace_id = ${tx.workspaceId} and id = ${rule.id}`
  return rows.length
}

/** Puts the next batch past (from, cursorContact) into the queue, by crossing and contact: ties are never skipped. */
async function enqueue(
  tx: Tx,
  rule: DueRule,
  clock: WorkspaceClock,
  { from, cursorContact }: { from: Date; cursorContact: string | null },
) {
  // A cursor stands on a crossing that may have ties: begin just before it and skip by contact.
  const after = cursorContact ? new Date(from.getTime() - 1) : from
  return tx.sql<{ contactId: string; crossing: Date }[]>`
    with found as (
      select * from (${crossings(tx, rule, clock.timeZone, { after, until: clock.now })}) x
      where ${cursorContact}::uuid is null or (x.crossing, x.contact_id) > (${from}, ${cursorContact}::uuid)
      order by crossing, contact_id limit ${BATCH}
    ), queued as (
      insert into due_queue (workspace_id, rule_id, contact_id, subject, crossing)
      select ${tx.workspaceId}, ${rule.id}, contact_id, subject, crossing from found on conflict do nothing
    )
    select contact_id as "contactId", crossing from found order by crossing, contact_id`
}

/**
 * Hands over crossings of one contact that became known after their instant: a late event, an identity that
 * joined. Only as late as the trigger allows, and none from before the line was drawn, unless those already past
 * were asked for. One that was looked at and not entered is looked at again.
 */
export const takeLate = async (
  tx: Tx,
  contactId: string,
  clock: WorkspaceClock,
  rules: DueRule[],
): Promise<void> => {
  for (const rule of rules) {
    if (rule.kind === 'schedule') continue
    await tx.sql`
      insert into due_queue (workspace_id, rule_id, contact_id, subject, crossing)
      select ${tx.workspaceId}, ${rule.id}, contact_id, subject, crossing
      from (${crossings(tx, rule, clock.timeZone, { after: null, until: rule.watermark, contactIds: [contactId] })}) x
      where x.crossing >= ${clock.now}::timestamptz - ${rule.lateness}::interval
        and (x.crossing > (select published_at from flow_versions v where v.workspace_id = ${tx.workspaceId}
            and v.flow_id = ${rule.flowId} and v.version = ${rule.version})
          or exists (select 1 from intakes i where i.workspace_id = ${tx.workspaceId} and i.rule_id = ${rule.id}))
      on conflict (workspace_id, rule_id, contact_id, subject, crossing)
      do update set handled_at = null, found_at = clock_timestamp() where due_queue.outcome <> 'entered'`
  }
}

/** Lines that live flows draw. */
export const liveRules = async (tx: Tx): Promise<DueRule[]> => tx.sql<DueRule[]>`
  select ${ruleColumns(tx)} from due_rules where workspace_id = ${tx.workspaceId} and retired_at is null`

/** One line, kept from the sweep until the transaction ends; undefined where it is no longer drawn. */
export async function lockRule(tx: Tx, id: string): Promise<DueRule | undefined> {
  const [rule] = await tx.sql<DueRule[]>`
    select ${ruleColumns(tx)} from due_rules
    where workspace_id = ${tx.workspaceId} and id = ${id} and retired_at is null for update`
  return rule
}

/** Forgets what was handled longer ago than the overlap needs. */
export const purgeHandled = async (tx: Tx): Promise<void> =>
  void (await tx.sql`
    delete from due_queue where workspace_id = ${tx.workspaceId} and handled_at < clock_timestamp() - interval '2 hours'
      and crossing < workspace_now(${tx.workspaceId}) - interval '2 days' and outcome is distinct from 'paused'`)
