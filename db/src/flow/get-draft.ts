import { AppError } from '@relance/core/error/app-error'
import type { Draft } from '@relance/core/graph/draft'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { FLOW_GONE } from './flow'

/** A flow as it is being drawn. Throws AppError not-found. */
export const getDraft = (scope: Scope | Tx, flowId: string): Promise<Draft> =>
  inTransaction(scope, async (tx) => {
    const [draft] = await tx.sql<Draft[]>`
      select id as "flowId", revision, graph, positions, settings from flows
      where workspace_id = ${tx.workspaceId} and id = ${flowId}`
    if (!draft) throw new AppError('not-found', FLOW_GONE)
    return draft
  })
