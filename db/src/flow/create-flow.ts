import type { Draft } from '@relance/core/graph/draft'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { NewFlow } from './flow'

/** Makes a flow with its first draft; nothing runs before it is published. */
export const createFlow = (scope: Scope | Tx, flow: NewFlow): Promise<Draft> =>
  inTransaction(scope, async (tx) => {
    const { name, graph, settings, positions, templateKey = null } = flow
    const flowId = newId()
    await tx.sql`
      insert into flows (workspace_id, id, name, graph, settings, positions, template_key, edited_by)
      values (${tx.workspaceId}, ${flowId}, ${name}, ${JSON.stringify(graph)}, ${JSON.stringify(settings)},
        ${JSON.stringify(positions)}, ${templateKey}, ${tx.actor ?? null})`
    return { flowId, revision: 0, graph, settings, positions }
  })
