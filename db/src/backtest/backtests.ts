import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import type { Plan } from '@relance/core/plan/plan'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getFlow } from '../flow/get-flow'
import { ring } from '../outbox/wake'
import { type Backtest, type BacktestWork, NO_FIGURES } from './backtest'

const DAYS = 30
const LEASE = '60 seconds'

const columns = ({ sql }: Tx) => sql`
  id, flow_id as "flowId", node_id as "nodeId", state, from_at as "from", until_at as "until", concerned,
  cardinality(contact_ids) as total, done, figures, (compared ->> 'version')::int as "comparedVersion",
  compared_figures as "comparedFigures", shift, error, created_at as "createdAt", computed_at as "computedAt"`

/** The drawing a back-test is about, and the one it is compared with. */
export interface Tested {
  plan: Plan
  /** Of the same flow; walked by the same people over the same days. Null: none. */
  compared: Plan | null
}

/** Asks for a back-test of a plan over the last thirty days; one that is under way for the flow gives way to it. */
export const startBacktest = (scope: Scope, tested: Tested): Promise<Backtest> =>
  inTransaction(scope, async (tx) => {
    await cancelUnderWay(tx, tested.plan.flowId)
    return keepAsked(tx, tested, null)
  })

/** The same for one step while somebody edits it: what they had asked for before of this flow is forgotten. */
export const startStepBacktest = (
  scope: Scope,
  tested: Tested,
  nodeId: string,
): Promise<Backtest> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId, actor } = tx
    await sql`
      delete from backtests where workspace_id = ${workspaceId} and flow_id = ${tested.plan.flowId}
        and node_id is not null and created_by is not distinct from ${actor ?? null}`
    return keepAsked(tx, tested, nodeId)
  })

async function keepAsked(
  tx: Tx,
  { plan, compared }: Tested,
  nodeId: string | null,
): Promise<Backtest> {
  const { sql, workspaceId, actor } = tx
  const { now } = await getClock(tx)
  const [row] = await sql<Backtest[]>`
    insert into backtests (workspace_id, id, flow_id, node_id, plan, compared, from_at, until_at, figures, created_by)
    values (${workspaceId}, ${newId()}, ${plan.flowId}, ${nodeId}, ${JSON.stringify(plan)},
      ${compared && JSON.stringify(compared)}, ${now}::timestamptz - make_interval(days => ${DAYS}), ${now},
      ${JSON.stringify(NO_FIGURES)}, ${actor ?? null})
    returning ${columns(tx)}`
  await ring(tx, 'backtest')
  if (!row) throw new AppError('internal', 'The back-test was not kept.')
  return row
}

/** The latest back-test of a whole flow; null where there is none. Throws AppError not-found for an unknown flow. */
export const latestBacktest = (scope: Scope, flowId: string): Promise<Backtest | null> =>
  inTransaction(scope, async (tx) => {
    await getFlow(tx, flowId)
    const [row] = await tx.sql<Backtest[]>`
      select ${columns(tx)} from backtests
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and node_id is null
      order by created_at desc limit 1`
    return row ?? null
  })

/** One of a step, as it stands. Throws AppError not-found: another was asked for since. */
export const getStepBacktest = (scope: Scope | Tx, flowId: string, id: string): Promise<Backtest> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<Backtest[]>`
      select ${columns(tx)} from backtests
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and id = ${id} and node_id is not null`
    if (!row) throw new AppError('not-found', 'This was asked for anew since.')
    return row
  })

/** Stops what is under way for a flow; what was counted by then stays. */
export const cancelBacktest = (scope: Scope, flowId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await getFlow(tx, flowId)
    await cancelUnderWay(tx, flowId)
  })

const cancelUnderWay = ({ sql, workspaceId }: Tx, flowId: string) => sql`
  update backtests set state = 'cancelled'
  where workspace_id = ${workspaceId} and flow_id = ${flowId} and node_id is null and state in ('queued', 'running')`

/** Stops and forgets one of a step. Throws AppError not-found. */
export const dropStepBacktest = (scope: Scope, flowId: string, id: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await getStepBacktest(tx, flowId, id)
    await tx.sql`
      delete from backtests where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and id = ${id}`
  })

/** Takes on the oldest that nobody works at, for a minute, those of a step first: somebody looks at it. Undefined: none. */
export async function takeBacktest(tx: Tx): Promise<BacktestWork | undefined> {
  const [row] = await tx.sql<BacktestWork[]>`
    update backtests set state = 'running', leased_until = clock_timestamp() + ${LEASE}::interval
    where workspace_id = ${tx.workspaceId} and id = (
      select id from backtests where workspace_id = ${tx.workspaceId} and state in ('queued', 'running')
        and leased_until < clock_timestamp()
      order by node_id is null, created_at limit 1 for update skip locked)
    returning ${columns(tx)}, plan, compared, contact_ids as "contactIds"`
  return row
}

/** Notes whom a back-test is about. */
export const keepConcerned = async (
  { sql, workspaceId }: Tx,
  id: string,
  { contactIds, concerned }: { contactIds: string[]; concerned: number },
): Promise<void> =>
  void (await sql`
    update backtests set contact_ids = ${contactIds}::uuid[], concerned = ${concerned}
    where workspace_id = ${workspaceId} and id = ${id}`)

/** Notes how far it has come, and lets go of it; done with once everybody is. */
export const keepFigures = async (
  { sql, workspaceId }: Tx,
  id: string,
  {
    done,
    figures,
    comparedFigures,
    shift,
    isOver,
  }: Pick<Backtest, 'done' | 'figures' | 'comparedFigures' | 'shift'> & { isOver: boolean },
): Promise<void> =>
  void (await sql`
    update backtests set done = ${done}, figures = ${JSON.stringify(figures)}, leased_until = '-infinity',
      compared_figures = ${comparedFigures && JSON.stringify(comparedFigures)},
      shift = ${shift && JSON.stringify(shift)},
      state = case when ${isOver} then 'done' else state end,
      computed_at = case when ${isOver} then workspace_now(workspace_id) else computed_at end
    where workspace_id = ${workspaceId} and id = ${id} and state = 'running'`)

/** Notes why it cannot be worked out. */
export const failBacktest = async (
  { sql, workspaceId }: Tx,
  id: string,
  error: string,
): Promise<void> =>
  void (await sql`
    update backtests set state = 'failed', error = ${error}
    where workspace_id = ${workspaceId} and id = ${id} and state = 'running'`)
