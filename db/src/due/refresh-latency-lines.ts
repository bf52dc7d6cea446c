import { getClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { crossings, type DueRule } from './due-rule'
import { withWaits } from './latency-line'
import { liveRules, lockRule } from './sweep-rules'

const DAY_MS = 86_400_000

/**
 * Draws the latency lines of live scenarios anew, at the latencies of the latest scoring. Whoever is past a line
 * only because it has come nearer is handed over; whoever waits to be looked at is, by where it stands now.
 */
export async function refreshLatencyLines(tx: Tx): Promise<void> {
  await planAfresh(tx)
  const { timeZone } = await getClock(tx)
  for (const { id, kind } of await liveRules(tx)) {
    if (kind !== 'latency') continue
    const rule = await lockRule(tx, id)
    const redrawn = rule && (await withWaits(tx, rule))
    if (!redrawn || JSON.stringify(redrawn.line) === JSON.stringify(rule.line)) continue
    // Drawn before anything was known of latencies: whoever is past it now was past it then.
    if (rule.line.waits?.length) await handOver(tx, rule, redrawn, timeZone)
    await tx.sql`
      update due_rules set line = ${JSON.stringify(redrawn.line)} where workspace_id = ${tx.workspaceId} and id = ${id}`
  }
}

async function handOver(tx: Tx, before: DueRule, now: DueRule, timeZone: string): Promise<void> {
  const { sql, workspaceId } = tx
  const until = before.watermark
  const after = new Date(until.getTime() - nearer(before, now))
  await sql`
    insert into due_queue (workspace_id, rule_id, contact_id, subject, crossing)
    select ${workspaceId}, ${now.id}, n.contact_id, n.subject, n.crossing
    from (${crossings(tx, now, timeZone, { after, until })}) n
    where n.contact_id not in (
        select contact_id from (${crossings(tx, before, timeZone, { after: null, until })}) o)
      or exists (
        select 1 from due_queue q where q.workspace_id = ${workspaceId} and q.rule_id = ${now.id}
          and q.contact_id = n.contact_id and q.handled_at is null)
    on conflict do nothing`
}

/** By how much a line has come nearer at most, and a day for those who wait to be looked at. In ms. */
function nearer({ line: before }: DueRule, { line: now }: DueRule): number {
  const longest = (line: DueRule['line']) =>
    Math.max(0, ...(line.waits ?? []).map(({ seconds }) => seconds))
  return Math.max(longest(before), longest(now)) * 1000 + DAY_MS
}
