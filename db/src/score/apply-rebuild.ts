import type { Triple } from '@relance/core/score/rfm'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { checkLater } from '../segment/member-checks'
import { PERCENTILE_KEY, type ScoreChange, tellScoreChanges } from './tell-score-changes'

/** Few enough that an order of one of them waits for milliseconds. */
const BATCH = 1_000
/** Before every id. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

interface Batch {
  /** Of how many changes these are; 0: none are left. */
  looked: number
  last: string | null
  /** Whose row an order was just changing: they are scored anew at the end. */
  busy: string[]
}

type Change = Triple & {
  contactId: string
  percentile: number
  seenR: number
  seenF: number
  seenM: number
  seenPercentile: number
}

/**
 * Writes the next changes of a scoring past `after`, with what the scores were, and tells of them. A row that an
 * order has changed since is left as it is: it was scored against what this scoring found.
 * @throws TakenOver
 */
export const applyRebuild = (
  scope: Scope,
  {
    buildId,
    at,
    after,
    reader,
  }: { buildId: string; at: Date; after: string | null; reader: string },
): Promise<Batch> =>
  inTransaction(scope, async (tx) => {
    await checkReader(tx, buildId, reader)
    // A thousand rows beside a thousand: joined by a table of hashes, each side found by a range of its index.
    await tx.sql`
      select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_hashjoin', 'on', true),
        set_config('enable_bitmapscan', 'off', true), set_config('synchronous_commit', 'off', true)`
    const staged = await tx.sql<{ id: string; isKnown: boolean }[]>`
      select contact_id as id, seen_at is not null as "isKnown" from score_staging
      where workspace_id = ${tx.workspaceId} and build_id = ${buildId}
        and contact_id > ${after ?? NOBODY}
      order by contact_id limit ${BATCH}`
    const ids = staged.map(({ id }) => id)
    const last = ids.at(-1)
    if (!last) return { looked: 0, last: null, busy: [] }
    const known = staged.filter(({ isKnown }) => isKnown).map(({ id }) => id)
    if (known.length < ids.length) await insertNew(tx, buildId, at, { after, last })
    const free = await holdFree(tx, known)
    await tell(tx, at, await changeKnown(tx, buildId, at, free))
    await tx.sql`
      update score_builds set applied_to = ${last} where workspace_id = ${tx.workspaceId} and id = ${buildId}`
    const isFree = new Set(free)
    return { looked: ids.length, last, busy: known.filter((id) => !isFree.has(id)) }
  })

async function tell(tx: Tx, at: Date, changes: Change[]): Promise<void> {
  const moved = changes.filter(({ percentile, seenPercentile }) => percentile !== seenPercentile)
  if (moved.length > 0)
    await checkLater(
      tx,
      moved.map(({ contactId }) => contactId),
      [PERCENTILE_KEY],
    )
  await tellScoreChanges(tx, changes.map(toChange(at)))
}

/** Another worker has claimed the scoring meanwhile: nothing of it is this one's any more. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver'
}

async function checkReader({ sql, workspaceId }: Tx, buildId: string, reader: string) {
  const [mine] = await sql`
    select 1 from score_builds
    where workspace_id = ${workspaceId} and id = ${buildId} and state = 'reading' and reader = ${reader}
    for no key update`
  if (!mine) throw new TakenOver()
}

/** Locks the rows that nobody holds. Never waits, so that it is never one of two who wait for each other. */
async function holdFree({ sql, workspaceId }: Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await sql<{ id: string }[]>`
    select contact_id as id from contact_scores
    where workspace_id = ${workspaceId} and contact_id = any(${ids}::uuid[]) for no key update skip locked`
  return rows.map(({ id }) => id)
}

const insertNew = (
  { sql, workspaceId }: Tx,
  buildId: string,
  at: Date,
  { after, last }: { after: string | null; last: string },
) => sql`
  insert into contact_scores (workspace_id, contact_id, last_order_at, orders, revenue_cents, r, f, m, percentile, scored_at)
  select workspace_id, contact_id, last_order_at, orders, revenue_cents, r, f, m, percentile, ${at}
  from score_staging
  where workspace_id = ${workspaceId} and build_id = ${buildId} and contact_id > ${after ?? NOBODY} and contact_id <= ${last}
    and seen_at is null
  on conflict do nothing`

async function changeKnown(
  { sql, workspaceId }: Tx,
  buildId: string,
  at: Date,
  ids: string[],
): Promise<Change[]> {
  if (ids.length === 0) return []
  const rows = await sql<(Change & { isGone: boolean })[]>`
    with staged as materialized (
      select * from score_staging
      where workspace_id = ${workspaceId} and build_id = ${buildId} and contact_id = any(${ids}::uuid[])
    ), moved as (
      update contact_scores s set last_order_at = n.last_order_at, orders = n.orders, revenue_cents = n.revenue_cents,
        r = n.r, f = n.f, m = n.m, percentile = n.percentile, live_build = null,
        scored_at = case when ${isOther({ sql })} then ${at} else least(s.scored_at, ${at}) end
      from staged n
      where s.workspace_id = ${workspaceId} and s.contact_id = any(${ids}::uuid[]) and s.contact_id = n.contact_id
        and n.r is not null and ${isAsSeen({ sql })}
      returning s.contact_id
    ), gone as (
      delete from contact_scores s using staged n
      where s.workspace_id = ${workspaceId} and s.contact_id = any(${ids}::uuid[]) and s.contact_id = n.contact_id
        and n.r is null and ${isAsSeen({ sql })}
      returning s.contact_id
    ), changed as materialized (
      select n.*, false as is_gone from staged n join moved using (contact_id)
      union all select n.*, true from staged n join gone using (contact_id)
    ), past as (
      insert into score_history (workspace_id, contact_id, at, r, f, m, percentile)
      select ${workspaceId}, contact_id, seen_at, seen_r, seen_f, seen_m, seen_percentile from changed n
      where is_gone or ${isOther({ sql })}
      on conflict do nothing
    )
    select contact_id as "contactId", r, f, m, percentile, seen_r as "seenR", seen_f as "seenF", seen_m as "seenM",
      seen_percentile as "seenPercentile", is_gone as "isGone" from changed`
  return rows.filter(({ isGone }) => !isGone)
}

/** No order has changed the row since everybody was scored. */
const isAsSeen = ({ sql }: Pick<Tx, 'sql'>) => sql`
  s.live_build is not distinct from n.seen_live_build and s.orders = n.seen_orders
  and s.revenue_cents = n.seen_revenue_cents and s.scored_at = n.seen_at`

/** A score of theirs is another. That others have passed them, or fallen behind them, is not worth a row of the past. */
const isOther = ({ sql }: Pick<Tx, 'sql'>) =>
  sql`(n.r <> n.seen_r or n.f <> n.seen_f or n.m <> n.seen_m)`

const toChange =
  (at: Date) =>
  ({ contactId, seenR, seenF, seenM, seenPercentile, ...to }: Change): ScoreChange => ({
    contactId,
    at,
    from: { r: seenR, f: seenF, m: seenM, percentile: seenPercentile },
    to,
  })
