import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'

/** A step stands still from now on, because it has repeated itself. One that does so already stays as it is. */
export const raiseAlarm = async (
  tx: Tx,
  a: { flowId: string; nodeId: string; templateId: string; now: Date },
): Promise<void> =>
  void (await tx.sql`
    insert into repeat_alarms (workspace_id, id, flow_id, node_id, template_id, raised_at)
    values (${tx.workspaceId}, ${newId()}, ${a.flowId}, ${a.nodeId}, ${a.templateId}, ${a.now})
    on conflict (workspace_id, flow_id, node_id) where lifted_at is null do nothing`)
