import type { FlowStatus } from '@relance/core/graph/draft'
import type { Plan } from '@relance/core/plan/plan'
import { askedOnce, batched } from '../connection/batched'
import type { Tx } from '../connection/scope'

/** Which version of which flow takes people in right now. */
export const liveVersions = askedOnce(
  async (tx): Promise<{ flowId: string; version: number }[]> =>
    tx.sql<{ flowId: string; version: number }[]>`
      select id as "flowId", live_version as version from flows
      where workspace_id = ${tx.workspaceId} and status = 'live' and live_version is not null order by id`,
)

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
export const getFlowNow = batched<string, FlowNow | undefined>(async (tx, flowIds) => {
  const rows = await tx.sql<(FlowNow & { id: string })[]>`
    select id, status, live_version as "liveVersion", resume from flows
    where workspace_id = ${tx.workspaceId} and id = any(${[...new Set(flowIds)]}::uuid[])`
  const byId = new Map(rows.map(({ id, ...flow }) => [id, flow]))
  return flowIds.map((id) => byId.get(id))
})
