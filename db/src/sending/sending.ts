import { newId } from '@relance/core/id/ids'
import type { Wave } from '@relance/core/sending/waves'
import type { Tx } from '../connection/scope'
import type { DueRule } from '../due/due-rule'

/** One occurrence of a schedule, under way. */
export interface Sending {
  id: string
  /** What the schedule calls it. */
  at: Date
  waves: Wave[]
  /** How many the audience held when it began. */
  total: number
}

/** Notes that an occurrence has begun. */
export async function beginSending(
  tx: Tx,
  s: Omit<Sending, 'id'> & { flowId: string; version: number; ruleId: string; now: Date },
): Promise<void> {
  await tx.sql`
    insert into sendings (workspace_id, id, flow_id, version, rule_id, at, waves, total, began_at, names_missed)
    values (${tx.workspaceId}, ${newId()}, ${s.flowId}, ${s.version}, ${s.ruleId}, ${s.at},
      ${JSON.stringify(s.waves)}, ${s.total}, ${s.now}, true)
    on conflict (workspace_id, rule_id, at) do nothing`
}

/** The occurrence of a line, or undefined where none was noted. */
export async function getSending(tx: Tx, ruleId: string, at: Date): Promise<Sending | undefined> {
  const [sending] = await tx.sql<Sending[]>`
    select id, at, waves, total from sendings
    where workspace_id = ${tx.workspaceId} and rule_id = ${ruleId} and at = ${at}`
  return sending
}

/** Counts who was handed over; `isLast` when there is nobody more. */
export const countQueued = async (
  tx: Tx,
  sendingId: string,
  { queued, isLast, now }: { queued: number; isLast: boolean; now: Date },
): Promise<void> =>
  void (await tx.sql`
    update sendings set queued = queued + ${queued}, queued_at = ${isLast ? now : null}
    where workspace_id = ${tx.workspaceId} and id = ${sendingId}`)

/** The zones people of the workspace have; null where some have none. */
export async function zonesOfContacts(tx: Tx): Promise<(string | null)[]> {
  const rows = await tx.sql<{ zone: string | null }[]>`
    select distinct time_zone as zone from contacts where workspace_id = ${tx.workspaceId} and merged_into is null`
  return rows.map(({ zone }) => zone)
}

/** The occurrences that crossings of one line belong to: sending ids by instant, in milliseconds. */
export async function sendingsOf(
  tx: Tx,
  { id, kind }: Pick<DueRule, 'id' | 'kind'>,
  items: { crossing: Date }[],
): Promise<Map<number, string>> {
  if (kind !== 'schedule') return new Map()
  const instants = [...new Set(items.map(({ crossing }) => crossing.getTime()))]
  const rows = await tx.sql<{ id: string; at: Date }[]>`
    select id, at from sendings where workspace_id = ${tx.workspaceId} and rule_id = ${id}
      and at = any(${instants.map((at) => new Date(at).toISOString())}::text[]::timestamptz[])`
  return new Map(rows.map((row) => [row.at.getTime(), row.id]))
}
