import {
  type LifecycleStage,
  type LifecycleStep,
  lifecycleStages,
  stepsOfTrigger,
} from '@relance/core/activity/lifecycle'
import { subtractFrom } from '@relance/core/time/add-to'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'
import { readActivitySettings } from './read-activity-settings'

/** People at each stage, who moved within the last 30 days, and the live scenarios on each step. */
export interface Lifecycle {
  asOf: Date
  since: Date
  stages: Record<LifecycleStage, number>
  moves: Record<LifecycleStep | 'prospect' | 'returned', number>
  flows: { id: string; name: string; inside: number; steps: LifecycleStep[] }[]
}

const MONTH = 'P30D'

/** The whole of a workspace's relation with its customers, as of now. */
export const readLifecycle = (scope: Scope | Tx): Promise<Lifecycle> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const { now, timeZone } = await getClock(tx)
    const since = subtractFrom(now, MONTH, timeZone)
    const [stages, moves, flows] = [
      await countStages(tx, now),
      await countMoves(tx, since),
      await liveFlows(tx),
    ]
    return { asOf: now, since, stages, moves, flows }
  })

async function countStages(tx: Tx, now: Date): Promise<Lifecycle['stages']> {
  const rows = await tx.sql<{ stage: LifecycleStage; people: number }[]>`
    with shop as materialized (
      select days_before(${now}, ladder_days(settings, 'at-risk'), time_zone) as at_risk,
        days_before(${now}, ladder_days(settings, 'lost'), time_zone) as lost
      from workspaces where id = ${tx.workspaceId}
    )
    select case when s.active_at <= (select lost from shop) then 'lost'
        when s.active_at <= (select at_risk from shop) then 'at-risk'
        when s.orders_count = 0 then 'prospect' when s.orders_count = 1 then 'first-order' else 'repeat' end as stage,
      count(*)::int as people
    from contact_state s join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
    where s.workspace_id = ${tx.workspaceId} and c.merged_into is null
      and (c.external_id is not null or c.email is not null)
    group by 1`
  const counted = new Map(rows.map(({ stage, people }) => [stage, people]))
  return Object.fromEntries(
    lifecycleStages.map((stage) => [stage, counted.get(stage) ?? 0]),
  ) as Lifecycle['stages']
}

async function countMoves({ sql, workspaceId }: Tx, since: Date): Promise<Lifecycle['moves']> {
  const [row] = await sql<Lifecycle['moves'][]>`
    select
      (select count(*)::int from contacts where workspace_id = ${workspaceId} and merged_into is null and created_at >= ${since}
        and (external_id is not null or email is not null)) as prospect,
      (select count(*)::int from contact_state where workspace_id = ${workspaceId} and first_order_at >= ${since}) as "first-order",
      (select count(*)::int from (
        select contact_id from orders o where workspace_id = ${workspaceId} and contact_id in (
          select contact_id from orders r where r.workspace_id = ${workspaceId} and r.at >= ${since})
        group by contact_id having (array_agg(at order by at, order_id))[2] >= ${since}) again) as repeat,
      (select count(*)::int from ladder_moves where workspace_id = ${workspaceId} and at >= ${since} and to_rung = 'at-risk') as "at-risk",
      (select count(*)::int from ladder_moves where workspace_id = ${workspaceId} and at >= ${since} and to_rung = 'lost') as lost,
      (select count(*)::int from ladder_moves where workspace_id = ${workspaceId} and at >= ${since} and to_rung = 'active') as returned`
  return row ?? { prospect: 0, 'first-order': 0, repeat: 0, 'at-risk': 0, lost: 0, returned: 0 }
}

async function liveFlows(tx: Tx): Promise<Lifecycle['flows']> {
  const { atRiskAfterDays } = await readActivitySettings(tx)
  const rows = await tx.sql<
    {
      id: string
      name: string
      inside: number
      trigger: { type: string; config: Record<string, unknown> }
    }[]
  >`
    select f.id, f.name, v.plan #> array['nodes', v.plan ->> 'entry'] as trigger,
      (select count(*)::int from enrolments e where e.workspace_id = f.workspace_id and e.flow_id = f.id
        and e.state <> 'ended') as inside
    from flows f join flow_versions v
      on v.workspace_id = f.workspace_id and v.flow_id = f.id and v.version = f.live_version
    where f.workspace_id = ${tx.workspaceId} and f.status = 'live' order by f.name, f.id`
  return rows.map(({ trigger, ...flow }) => ({
    ...flow,
    steps: [...stepsOfTrigger(trigger, atRiskAfterDays)],
  }))
}
