import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getScoreSettings } from './get-score-settings'
import { keepLatencies } from './measure-latencies'
import { readFigures } from './read-figures'
import { scoreEverybody } from './score-everybody'
import { orderRange } from './scored-orders'
import type { Rebuild } from './take-rebuild'

/** Percentiles of orders to come are looked up at so many places. */
const STEPS = 1000

/**
 * Scores everybody and notes who has changed; from its commit on, orders are scored against what was found. Reads
 * only what is there, so nobody waits for it, however long it takes. How long customers take from order to order is
 * worked out beside it, on a connection of its own.
 */
export async function prepareRebuild(scope: Scope, rebuild: Rebuild): Promise<void> {
  const latencies = inTransaction(scope, (tx) => measureLatencies(tx, rebuild))
  await Promise.all([latencies, inTransaction(scope, (tx) => score(tx, rebuild, latencies))])
}

async function measureLatencies(tx: Tx, { asOf, pinned }: Rebuild): Promise<void> {
  const settings = await getScoreSettings(tx)
  const { now, timeZone } = await getClock(tx)
  await keepLatencies(tx, orderRange(settings, pinned ? asOf : now, { pinned, timeZone }), timeZone)
}

/** @param latencies what must be there, too, before anybody may go by this scoring */
async function score(tx: Tx, { id, asOf, pinned }: Rebuild, latencies: Promise<void>) {
  const settings = await getScoreSettings(tx)
  const { now, timeZone } = await getClock(tx)
  const at = pinned ? asOf : now
  await scoreEverybody(tx, orderRange(settings, at, { pinned, timeZone }), timeZone)
  const figures = await readFigures(tx, settings)
  await keepSteps(tx, id)
  const staged = await stageChanges(tx, id)
  await latencies
  await tx.sql`
    update score_builds set as_of = ${at}, figures = ${JSON.stringify(figures)}, staged = ${staged}, applied_to = null
    where workspace_id = ${tx.workspaceId} and id = ${id}`
  await tx.sql`update score_state set build_id = ${id} where workspace_id = ${tx.workspaceId}`
}

/** Those of the build before stay: an order may be being scored against them. */
async function keepSteps({ sql, workspaceId }: Tx, buildId: string): Promise<void> {
  await sql`
    delete from score_steps where workspace_id = ${workspaceId}
      and build_id is distinct from (select build_id from score_state where workspace_id = ${workspaceId})`
  await sql`
    insert into score_steps (workspace_id, build_id, total, revenue_cents, last_order_on, percentile)
    select ${workspaceId}, ${buildId}, r + f + m, cents, last_on, percentile from scored
    where place % (select greatest(1, count(*) / ${STEPS}) from scored) = 0 or place = 1
    on conflict do nothing`
}

/**
 * Who is scored otherwise than before, or was scored by an order since; how many. A percentile that has moved within
 * its point is left: else everybody would be written each night.
 */
async function stageChanges({ sql, workspaceId }: Tx, buildId: string): Promise<number> {
  await sql`delete from score_staging where workspace_id = ${workspaceId} and build_id = ${buildId}`
  const { count } = await sql`
    insert into score_staging (workspace_id, build_id, contact_id, last_order_at, orders, revenue_cents, r, f, m,
      percentile, seen_orders, seen_revenue_cents, seen_r, seen_f, seen_m, seen_percentile, seen_at, seen_live_build)
    select ${workspaceId}, ${buildId}, coalesce(n.contact_id, s.contact_id), n.last_at, n.orders, n.cents, n.r, n.f, n.m,
      n.percentile, s.orders, s.revenue_cents, s.r, s.f, s.m, s.percentile, s.scored_at, s.live_build
    from scored n
    full join (select * from contact_scores where workspace_id = ${workspaceId}) s on s.contact_id = n.contact_id
    where s.contact_id is null or n.contact_id is null or s.live_build is not null
      or s.r <> n.r or s.f <> n.f or s.m <> n.m or s.orders <> n.orders or s.revenue_cents <> n.cents
      or s.last_order_at <> n.last_at or floor(s.percentile * 100) <> floor(n.percentile * 100)
    order by 3`
  return count
}
