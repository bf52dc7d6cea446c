import { AppError } from '@relance/core/error/app-error'
import type { Draft, FlowStatus } from '@relance/core/graph/draft'
import type { Tx } from '../connection/scope'
import { FLOW_GONE } from './flow'

export interface LockedFlow {
  revision: number
  latest: number
  status: FlowStatus
  pausedAt: Date | null
}

/** Locks a flow. Throws AppError not-found, and conflict where its draft is no longer the one that was read. */
export async function lockDraft(tx: Tx, draft: Draft): Promise<LockedFlow> {
  const flow = await lockFlow(tx, draft.flowId)
  if (flow.revision !== draft.revision)
    throw new AppError('conflict', 'The draft has changed since you read it.')
  return flow
}

/** Locks a flow, whatever its draft is by now. Throws AppError not-found. */
export async function lockFlow(tx: Tx, flowId: string): Promise<LockedFlow> {
  const [flow] = await tx.sql<LockedFlow[]>`
    select revision, latest, status, paused_at as "pausedAt" from flows
    where workspace_id = ${tx.workspaceId} and id = ${flowId} for update`
  if (!flow) throw new AppError('not-found', FLOW_GONE)
  return flow
}
