import type { Tx } from '../connection/scope'
import type { Act, FailedStart, Scheduled, ScheduledAct } from './scheduled-act'

interface Row extends ScheduledAct {
  flowId: string
  act: Act
  failure: FailedStart['reason'] | null
}

/** What is scheduled of each of these flows, and what of it failed. Whoever has nothing is left out. */
export async function scheduledOf(tx: Tx, flowIds: string[]): Promise<Map<string, Scheduled>> {
  const rows = await tx.sql<Row[]>`
    select a.flow_id as "flowId", a.act, a.at, a.people, a.made_at as "madeAt", a.failure, u.name as by,
      a.act = 'end' or (f.graph = a.draft -> 'graph' and f.settings = a.draft -> 'settings') as "isCurrent"
    from scheduled_acts a
    join flows f on f.workspace_id = a.workspace_id and f.id = a.flow_id
    left join auth.users u on 'user:' || u.id = a.made_by
    where a.workspace_id = ${tx.workspaceId} and a.flow_id = any(${flowIds}::uuid[])
      and (a.outcome is null or a.outcome = 'failed')
    order by a.made_at`
  const found = new Map<string, Scheduled>()
  for (const { flowId, act, failure, ...scheduled } of rows) {
    const so = found.get(flowId) ?? nothingScheduled
    const part = failure ? { failed: { at: scheduled.at, reason: failure } } : { [act]: scheduled }
    found.set(flowId, { ...so, ...part })
  }
  return found
}

export const nothingScheduled: Scheduled = { start: null, end: null, failed: null }
