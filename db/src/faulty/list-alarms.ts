import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** A step that stands still because it sent one mail to one person more than once. */
export interface RepeatAlarm {
  flowId: string
  flowName: string
  nodeId: string
  templateId: string
  mail: string
  raisedAt: Date
  /** How many are held at the step by it. */
  held: number
}

/** The alarms that stand, newest first. */
export const listAlarms = (scope: Scope | Tx): Promise<RepeatAlarm[]> =>
  inTransaction(
    scope,
    async (tx) => tx.sql<RepeatAlarm[]>`
      select a.flow_id as "flowId", f.name as "flowName", a.node_id as "nodeId", a.template_id as "templateId",
        coalesce(t.name, '') as mail, a.raised_at as "raisedAt", (
          select count(*)::int from enrolments e where e.workspace_id = a.workspace_id and e.flow_id = a.flow_id
            and e.node_id = a.node_id and e.state = 'waiting' and e.held_by = 'repeated') as held
      from repeat_alarms a
      join flows f on f.workspace_id = a.workspace_id and f.id = a.flow_id
      left join mail_templates t on t.workspace_id = a.workspace_id and t.id = a.template_id
      where a.workspace_id = ${tx.workspaceId} and a.lifted_at is null order by a.raised_at desc, a.id desc`,
  )
