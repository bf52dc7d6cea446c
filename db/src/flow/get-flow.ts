import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { nothingScheduled, scheduledOf } from '../scheduled-act/scheduled-of'
import { standingOf } from '../sending/standing-of'
import { FLOW_GONE, type Flow } from './flow'

interface Row extends Omit<Flow, 'scheduled' | 'cancelled'> {
  cancelledAt: Date | null
  cancelledBy: string | null
}

/** One flow without its drawing. Throws AppError not-found. */
export const getFlow = (scope: Scope | Tx, flowId: string): Promise<Flow> =>
  inTransaction(scope, async (tx) => {
    const [found] = await tx.sql<Row[]>`
      select f.id, f.name, f.status, f.live_version as version, f.latest, v.published_at as "publishedAt",
        (select count(*)::int from enrolments e
          where e.workspace_id = f.workspace_id and e.flow_id = f.id and e.state <> 'ended') as inside,
        ${standingOf(tx)} as sending, f.cancelled_at as "cancelledAt", u.name as "cancelledBy"
      from flows f
      left join auth.users u on 'user:' || u.id = f.cancelled_by
      left join flow_versions v
        on v.workspace_id = f.workspace_id and v.flow_id = f.id and v.version = f.live_version
      where f.workspace_id = ${tx.workspaceId} and f.id = ${flowId}`
    if (!found) throw new AppError('not-found', FLOW_GONE)
    const { cancelledAt, cancelledBy, ...flow } = found
    const scheduled = (await scheduledOf(tx, [flowId])).get(flowId) ?? nothingScheduled
    const cancelled = cancelledAt && { at: cancelledAt, by: cancelledBy }
    return { ...flow, scheduled, cancelled }
  })
