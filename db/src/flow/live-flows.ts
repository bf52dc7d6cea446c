import type { FlowStatus } from '@relance/core/graph/draft'
import type { Plan } from '@relance/core/plan/plan'
import type { Tx } from '../connection/scope'

/** Which version of which flow takes people in right now. */
export const liveVersions = async (tx: Tx): Promise<{ flowId: string; version: number }[]> =>
  tx.sql<{ flowId: string; version: number }[]>`
    select id as "flowId", live_version as version from flows
    where workspace_id = ${tx.workspaceId} and status = 'live' and live_version is not null`

/** A version's frozen plan. */
export async function getPlan(tx: Tx, flowId: string, version: number): Promise<Plan | undefined> {
  const [row] = await tx.sql<{ plan: Plan }[]>`
    select plan from flow_versions
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and version = ${version}`
  return row?.plan
}

export interface FlowNow {
  status: FlowStatus
  liveVersion: number | null
  resume: { mode: 'now' | 'spread' | 'skip'; laterThan?: string; at: string } | null
}

/** Whether a flow lets its people move. */
export async function getFlowNow(tx: Tx, flowId: string): Promise<FlowNow | undefined> {
  const [row] = await tx.sql<FlowNow[]>`
    select status, live_version as "liveVersion", resume from flows
    where workspace_id = ${tx.workspaceId} and id = ${flowId}`
  return row
}
