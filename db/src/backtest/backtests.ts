import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import type { Plan } from '@relance/core/plan/plan'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getFlow } from '../flow/get-flow'
import { ring } from '../outbox/wake'
import { type Backtest, type BacktestFigures, type BacktestWork, NO_FIGURES } from './backtest'

const DAYS = 30
const LEASE = '60 seconds'

const columns = ({ sql }: Tx) => sql`
  id, flow_id as "flowId", state, from_at as "from", until_at as "until", concerned,
  cardinality(contact_ids) as total, done, figures, error, created_at as "createdAt", computed_at as "computedAt"`

/** Asks for a back-test of a plan over the last thirty days; one that is under way for the flow gives way to it. */
export const startBacktest = (scope: Scope, plan: Plan): Promise<Backtest> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId, actor } = tx
    const { now } = await getClock(tx)
    await sql`
      update backtests set state = 'cancelled'
      where workspace_id = ${workspaceId} and flow_id = ${plan.flowId} and state in ('queued', 'running')`
    const [row] = await sql<Backtest[]>`
      insert into backtests (workspace_id, id, flow_id, plan, from_at, until_at, figures, created_by)
      values (${workspaceId}, ${newId()}, ${plan.flowId}, ${JSON.stringify(plan)},
        ${now}::timestamptz - make_interval(days => ${DAYS}), ${now}, ${JSON.stringify(NO_FIGURES)}, ${actor ?? null})
      returning ${columns(tx)}`
    await ring(tx, 'backtest')
    if (!row) throw new AppError('internal', 'The back-test was not kept.')
    return row
  })

/** The latest back-test of a flow; null where there is none. Throws AppError not-found for an unknown flow. */
export const latestBacktest = (scope: Scope, flowId: string): Promise<Backtest | null> =>
  inTransaction(scope, async (tx) => {
    await getFlow(tx, flowId)
    const [row] = await tx.sql<Backtest[]>`
      select ${columns(tx)} from backtests
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} order by created_at desc limit 1`
    return row ?? null
  })

/** Stops what is under way for a flow; what was counted by then stays. */
export const cancelBacktest = (scope: Scope, flowId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await getFlow(tx, flowId)
    await tx.sql`
      update backtests set state = 'cancelled'
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state in ('queued', 'running')`
  })

/** Takes on the oldest that nobody works at, for a minute; undefined where there is none. */
export async function takeBacktest(tx: Tx): Promise<BacktestWork | undefined> {
  const [row] = await tx.sql<BacktestWork[]>`
    update backtests set state = 'running', leased_until = clock_timestamp() + ${LEASE}::interval
    where workspace_id = ${tx.workspaceId} and id = (
      select id from backtests where workspace_id = ${tx.workspaceId} and state in ('queued', 'running')
        and leased_until < clock_timestamp() order by created_at limit 1 for update skip locked)
    returning ${columns(tx)}, plan, contact_ids as "contactIds"`
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
  { done, figures, isOver }: { done: number; figures: BacktestFigures; isOver: boolean },
): Promise<void> =>
  void (await sql`
    update backtests set done = ${done}, figures = ${JSON.stringify(figures)}, leased_until = '-infinity',
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
