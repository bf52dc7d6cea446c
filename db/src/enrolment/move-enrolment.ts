import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import type { Scope } from '../connection/scope'
import { writeTrace } from '../trace/write-trace'
import { askAgain, changeEnrolment } from './change-enrolment'

/** Where somebody is moved to, and why: their history keeps it. */
export interface MoveByHand {
  nodeId: string
  reason: string
}

/**
 * Moves somebody to another step of the version they are on, which they enter anew. What was held for them at the step
 * they leave is not sent. Throws AppError invalid for a step that version does not have, or that starts it.
 */
export const moveEnrolment = (
  scope: Scope,
  enrolmentId: string,
  { nodeId, reason }: MoveByHand,
): Promise<void> =>
  changeEnrolment(scope, enrolmentId, async (tx, e) => {
    const { sql, workspaceId } = tx
    const [target] = await sql`
      select from flow_versions where workspace_id = ${workspaceId} and flow_id = ${e.flowId} and version = ${e.version}
        and jsonb_exists(plan -> 'nodes', ${nodeId}) and plan ->> 'entry' <> ${nodeId}`
    if (!target)
      throw new AppError('invalid', 'Their version of the scenario has no such step to move to.', {
        field: 'nodeId',
      })
    const { now } = await getClock(tx)
    await writeTrace(tx, [
      {
        ...{ enrolmentId: e.id, flowId: e.flowId, contactId: e.contactId, burst: e.bursts },
        ...{ at: now, nodeId: e.nodeId, visit: e.visit, kind: 'left', nextNode: nodeId },
        ...{ code: 'moved-by-hand', params: { reason } },
      },
    ])
    await askAgain(tx, e.id, `go:${nodeId}`)
  })
