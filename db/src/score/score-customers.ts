import { scoreAgainst, totalOf } from '@relance/core/score/rfm'
import { getClock } from '../clock/workspace-clock'
import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { type CurrentBuild, currentBuild } from './current-build'
import { getScoreSettings } from './get-score-settings'
import { ensureNight } from './nights'
import { isCounted, orderRange } from './scored-orders'
import { type ScoreChange, type Standing, scoreKeys, tellScoreChanges } from './tell-score-changes'

/** What of a customer's orders counts, and the scores they have. */
interface Row {
  contactId: string
  lastOrderAt: Date | null
  lastOrderOn: string | null
  orders: number
  revenueCents: number
  before: Standing | null
}

type Scored = Row & { to: Standing | null }

/**
 * Scores a customer anew against the breakpoints of the latest scoring, after one of their orders has changed;
 * tells of the change and keeps what was. The caller holds the contact. Without any scoring yet, sees to it that
 * one comes the next night.
 * @returns the fields of the scores that changed
 */
export const scoreCustomer = batched<string, string[]>(async (tx, contactIds) => {
  const build = await currentBuild(tx)
  if (!build) {
    await ensureNight(tx)
    return contactIds.map(() => [])
  }
  const ids = [...new Set(contactIds)]
  const { now } = await getClock(tx)
  const rows = await withPercentiles(tx, build, await readRows(tx, ids))
  const moved = rows.filter(isMoved)
  await write(tx, build.id, now, rows)
  await tellScoreChanges(tx, moved.flatMap(toChange(now)))
  const keys = new Map(moved.map(({ contactId, before, to }) => [contactId, scoreKeys(before, to)]))
  return contactIds.map((id) => keys.get(id) ?? [])
})

async function readRows(tx: Tx, ids: string[]): Promise<Row[]> {
  const { now, timeZone } = await getClock(tx)
  const settings = await getScoreSettings(tx)
  const range = orderRange(settings, now, { pinned: false, timeZone })
  return tx.sql<Row[]>`
    with bought as materialized (
      select o.contact_id, max(o.at) as last_at, count(*)::int as orders,
        sum(o.revenue_cents - o.refunded_cents)::bigint as cents
      from orders o where ${isCounted(tx, range)} and o.contact_id = any(${ids}::uuid[]) group by o.contact_id
    )
    select id as "contactId", b.last_at as "lastOrderAt", (b.last_at at time zone ${timeZone})::date as "lastOrderOn",
      coalesce(b.orders, 0) as orders, coalesce(b.cents, 0) as "revenueCents",
      case when s.contact_id is not null
        then jsonb_build_object('r', s.r, 'f', s.f, 'm', s.m, 'percentile', s.percentile) end as before
    from unnest(${ids}::uuid[]) as id left join bought b on b.contact_id = id
    left join contact_scores s on s.workspace_id = ${tx.workspaceId} and s.contact_id = id
    order by id`
}

/** The place of each among everybody, as the latest scoring found them: exact to a thousandth. */
async function withPercentiles(tx: Tx, build: CurrentBuild, rows: Row[]): Promise<Scored[]> {
  const scored = rows.map((row) => ({
    ...row,
    triple:
      row.lastOrderOn === null
        ? null
        : scoreAgainst(build.breakpoints, { ...row, lastOrderOn: row.lastOrderOn }),
  }))
  const asked = scored.flatMap(({ triple, contactId, revenueCents, lastOrderOn }) =>
    triple ? [{ contactId, total: totalOf(triple), revenueCents, lastOrderOn }] : [],
  )
  const places = await tx.sql<{ contactId: string; percentile: number }[]>`
    select a."contactId", coalesce((
      select p.percentile from score_steps p
      where p.workspace_id = ${tx.workspaceId} and p.build_id = ${build.id}
        and (p.total, p.revenue_cents, p.last_order_on) <= (a.total, a."revenueCents", a."lastOrderOn")
      order by p.total desc, p.revenue_cents desc, p.last_order_on desc limit 1), 0) as percentile
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a("contactId" uuid, total integer, "revenueCents" bigint, "lastOrderOn" date)`
  const byId = new Map(places.map(({ contactId, percentile }) => [contactId, percentile]))
  return scored.map(({ triple, ...row }) => ({
    ...row,
    to: triple && { ...triple, percentile: byId.get(row.contactId) ?? 0 },
  }))
}

const isMoved = ({ before, to }: Scored) => scoreKeys(before, to).length > 0

const toChange =
  (at: Date) =>
  ({ contactId, before, to }: Scored): ScoreChange[] =>
    before && to ? [{ contactId, at, from: before, to }] : []

async function write(tx: Tx, buildId: string, now: Date, rows: Scored[]): Promise<void> {
  const stand = rows.flatMap(({ to, before: _, ...row }) => (to ? [{ ...row, ...to }] : []))
  const gone = rows.filter(({ to, before }) => before && !to).map(({ contactId }) => contactId)
  const past = rows.filter((row) => row.before && isMoved(row)).map(({ contactId }) => contactId)
  if (past.length > 0) await keepPast(tx, now, past)
  if (stand.length > 0) await writeStanding(tx, buildId, now, stand)
  if (gone.length > 0)
    await tx.sql`
      delete from contact_scores where workspace_id = ${tx.workspaceId} and contact_id = any(${gone}::uuid[])`
}

/** Two changes at one instant are one: what was between them was never the score of any moment. */
const keepPast = ({ sql, workspaceId }: Tx, now: Date, contactIds: string[]) => sql`
  insert into score_history (workspace_id, contact_id, at, r, f, m, percentile)
  select workspace_id, contact_id, scored_at, r, f, m, percentile from contact_scores
  where workspace_id = ${workspaceId} and contact_id = any(${contactIds}::uuid[]) and scored_at < ${now}
  on conflict do nothing`

/** In the order of their ids, as everybody does who writes several of these rows. */
const writeStanding = (
  { sql, workspaceId }: Tx,
  buildId: string,
  now: Date,
  rows: Record<string, unknown>[],
) => sql`
  insert into contact_scores (workspace_id, contact_id, last_order_at, orders, revenue_cents, r, f, m, percentile,
    scored_at, live_build)
  select ${workspaceId}, "contactId", "lastOrderAt", orders, "revenueCents", r, f, m, percentile, ${now}, ${buildId}
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t("contactId" uuid, "lastOrderAt" timestamptz,
    orders integer, "revenueCents" bigint, r smallint, f smallint, m smallint, percentile float8)
  order by 2
  on conflict (workspace_id, contact_id) do update set last_order_at = excluded.last_order_at, orders = excluded.orders,
    revenue_cents = excluded.revenue_cents, r = excluded.r, f = excluded.f, m = excluded.m,
    percentile = excluded.percentile, scored_at = excluded.scored_at, live_build = excluded.live_build`
