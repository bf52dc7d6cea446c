import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type CountRow, LimitCounts, type LimitName, limitsOn } from './limit-counts'
import { type ListedPause, listPauses } from './pauses'
import { getSendingRules, type SendingRules } from './sending-rules'
import { readCounts } from './take-places'

/** How sending stands against its limits in the windows of now; null: no such limit. */
export interface Sending {
  /** When the next sending day begins. */
  nextDayAt: Date
  workspace: { taken: number; most: number } | null
  /** What the plan says: `day` 1 is the first; `next` is tomorrow's share if today's is used, null: no limit. */
  warmUp: { domain: string; day: number; taken: number; most: number; next: number | null } | null
  /** The limits of receiving domains that something was counted under, the fullest first; 20 at most. */
  domains: { domain: string; per: 'hour' | 'day'; taken: number; most: number }[]
  /** Mails that wait, by what holds them; caps and quiet hours of single people are not among them. */
  held: { reason: string; mails: number }[]
  pauses: ListedPause[]
}

const LISTED = 20

/** What the limits of a workspace say at its now. */
export const getSending = (scope: Scope | Tx): Promise<Sending> =>
  inTransaction(scope, async (tx) => {
    const [rules, { now }, domains] = await Promise.all([
      getSendingRules(tx),
      getClock(tx),
      domainCounts(tx),
    ])
    const common = limitsOn(rules)
    const rows = [...(await readCounts(tx, common)), ...domains]
    const names = [...common, ...domains.flatMap(({ name }) => limitsOn(rules, `@${name}`))]
    const all = [...new Map(names.map((limit) => [`${limit.kind}:${limit.name}`, limit])).values()]
    const counts = all.map((limit) => countsOf(limit, rules, now, rows))
    const find = (kind: LimitName['kind']) => counts.find(({ limit }) => limit.kind === kind)
    const [workspace, sender] = [find('workspace'), find('sender')]
    const day = { kind: 'workspace' as const, name: '', per: 'day' as const, most: null }
    return {
      nextDayAt: new LimitCounts(day, rules, now, []).startsAt(1),
      workspace: workspace ? figures(workspace) : null,
      warmUp: sender
        ? {
            ...{ domain: sender.limit.name, day: sender.step + 1, ...figures(sender) },
            next: sender.most(1),
          }
        : null,
      domains: counts
        .filter(({ limit }) => limit.kind === 'domain')
        .map((one) => ({ domain: one.limit.name, per: one.limit.per, ...figures(one) }))
        .filter(({ taken }) => taken > 0)
        .sort((a, b) => b.taken / b.most - a.taken / a.most || b.taken - a.taken)
        .slice(0, LISTED),
      held: await held(tx),
      pauses: await listPauses(tx),
    }
  })

function countsOf(
  limit: LimitName,
  rules: SendingRules,
  now: Date,
  rows: readonly CountRow[],
): LimitCounts {
  const own = rows.filter(({ kind, name }) => kind === limit.kind && name === limit.name)
  return new LimitCounts(limit, rules, now, own)
}

const figures = (counts: LimitCounts) => ({
  taken: counts.count(0).taken,
  most: counts.most(0) ?? 0,
})

/** The receiving domains with most mails; a domain has few rows. */
const domainCounts = (tx: Tx) => tx.sql<CountRow[]>`
  select kind, name, starts_at as "startsAt", taken, promised, step from sending_counts
  where workspace_id = ${tx.workspaceId} and kind = 'domain' and taken > 0 order by taken desc limit 200`

/** Counted by an index of what is held. */
const held = async (tx: Tx) => [
  ...(await tx.sql<{ reason: string; mails: number }[]>`
    select held_by as reason, count(*)::int as mails from messages
    where workspace_id = ${tx.workspaceId} and state = 'queued' and held_by is not null
      and held_by = any(array['domain-limit', 'warm-up', 'blocked', 'complaints', 'bounces'])
    group by 1 order by 2 desc`),
]
