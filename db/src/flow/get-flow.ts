import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { nothingScheduled, scheduledOf } from '../scheduled-act/scheduled-of'
import { FLOW_GONE, type Flow } from './flow'

/** One flow without its drawing. Throws AppError not-found. */
export const getFlow = (scope: Scope | Tx, flowId: string): Promise<Flow> =>
  inTransaction(scope, async (tx) => {
    const [flow] = await tx.sql<Omit<Flow, 'scheduled'>[]>`
      select f.id, f.name, f.status, f.live_version as version, f.latest, v.published_at as "publishedAt",
        (select count(*)::int from enrolments e
          where e.workspace_id = f.workspace_id and e.flow_id = f.id and e.state <> 'ended') as inside
      from flows f
      left join flow_versions v
        on v.workspace_id = f.workspace_id and v.flow_id = f.id and v.version = f.live_version
      where f.workspace_id = ${tx.workspaceId} and f.id = ${flowId}`
    if (!flow) throw new AppError('not-found', FLOW_GONE)
    const scheduled = (await scheduledOf(tx, [flowId])).get(flowId) ?? nothingScheduled
    return { ...flow, scheduled }
  })
