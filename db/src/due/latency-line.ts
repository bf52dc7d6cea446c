import type postgres from 'postgres'
import type { Tx } from '../connection/scope'
import { getScoreSettings } from '../score/get-score-settings'
import { type Latency, readLatencies } from '../score/measure-latencies'
import type { CrossingRange, DueLine, DueRule } from './due-rule'

/** What a latency line is drawn at: a measure of the rank's latency, the customer's own gap, or fixed days. */
export type LatencyMeasure = 'mean' | 'median' | 'p80' | 'own' | 'fixed'

/** How long whoever has made so many orders may take until the next; whoever has made more, as the last one says. */
export interface RankWait {
  rank: number
  seconds: number
}

const DAY_SECONDS = 86_400

/**
 * The waits of each rank. One with fewer cases than `fewestCases` borrows the rank's before; the first always has
 * its own. Whole seconds, so that a crossing is the same instant in the database and here.
 */
export function rankWaits(
  latencies: Latency[],
  by: 'mean' | 'median' | 'p80',
  fewestCases: number,
): RankWait[] {
  const waits: RankWait[] = []
  for (const latency of latencies) {
    const before = waits.at(-1)
    const isOwn = !before || latency.cases >= fewestCases
    const seconds = isOwn ? Math.round(latency[by] * DAY_SECONDS) : before.seconds
    waits.push({ rank: latency.rank, seconds })
  }
  while (waits.length > 1 && waits.at(-1)?.seconds === waits.at(-2)?.seconds) waits.pop()
  return waits
}

/** A line with what it takes from the latest scoring: the waits of a latency line. */
export async function withWaits<Line extends Pick<DueRule, 'kind' | 'line'>>(
  tx: Tx,
  drawn: Line,
): Promise<Line> {
  const { by } = drawn.line
  if (drawn.kind !== 'latency' || !by || by === 'own' || by === 'fixed') return drawn
  const { fewestCases } = await getScoreSettings(tx)
  const waits = rankWaits(await readLatencies(tx), by, fewestCases)
  return { ...drawn, line: { ...drawn.line, waits } }
}

/** A gap longer than this is nobody's habit. */
const LONGEST_GAP_DAYS = 1000

/** Who crosses, and when: (contact_id, subject, round, at, crossing), each a range of an index. */
export const latencyCrossings = (tx: Tx, line: DueLine, range: CrossingRange) =>
  line.by === 'own' ? ownCrossings(tx, line, range) : rankCrossings(tx, line, range)

function rankCrossings({ sql, workspaceId }: Tx, line: DueLine, range: CrossingRange) {
  const waits = line.waits ?? []
  const last = waits.at(-1)
  // Lateral, so that each rank is looked up by itself: joined, everybody might be read.
  return sql`
    select s.contact_id, '' as subject, 1 as round, s.last_order_at as at,
      s.last_order_at + make_interval(secs => t.seconds) as crossing
    from jsonb_to_recordset(${JSON.stringify(waits)}::jsonb) as t(rank integer, seconds float8)
    cross join lateral (
      select contact_id, last_order_at from contact_state
      where workspace_id = ${workspaceId} and orders_count = t.rank
        and ${orderedWithin(sql, range, sql`make_interval(secs => t.seconds)`, sql`make_interval(secs => t.seconds)`)}
      offset 0) s
    union all
    select contact_id, '', 1, last_order_at, last_order_at + make_interval(secs => ${last?.seconds ?? 0})
    from contact_state
    where workspace_id = ${workspaceId} and orders_count > ${last?.rank ?? 2_147_483_647}
      and ${orderedWithin(sql, range, sql`make_interval(secs => ${last?.seconds ?? 0})`, sql`make_interval(secs => ${last?.seconds ?? 0})`)}`
}

function ownCrossings({ sql, workspaceId }: Tx, { times = 1 }: DueLine, range: CrossingRange) {
  const longest = sql`make_interval(secs => ${times}::float8 * gap * 86400)`
  const shortest = sql`make_interval(secs => ${times}::float8 * (gap - 1) * 86400)`
  return sql`
    select s.contact_id, '' as subject, 1 as round, s.last_order_at as at,
      s.last_order_at + make_interval(secs => round(${times}::float8 * greatest(1, s.usual_order_gap_days) * 86400)) as crossing
    from generate_series(1, ${LONGEST_GAP_DAYS}) gap
    cross join lateral (
      select contact_id, last_order_at, usual_order_gap_days from contact_state
      where workspace_id = ${workspaceId} and order_gap_days = gap and ${orderedWithin(sql, range, longest, shortest)}
      offset 0) s`
}

type Fragment = postgres.PendingQuery<postgres.Row[]>

/** The last order lies where it can cross within the range, a second more on either side. */
const orderedWithin = (
  sql: Tx['sql'],
  { after, until, contactIds }: CrossingRange,
  longest: Fragment,
  shortest: Fragment,
) => sql`
  last_order_at >= ${after ? sql`${after}::timestamptz - ${longest} - interval '1 second'` : sql`'-infinity'::timestamptz`}
  and last_order_at <= ${until}::timestamptz - ${shortest} + interval '1 second'
  ${contactIds ? sql`and contact_id = any(${contactIds}::uuid[])` : sql``}`
