import { AppError } from '@relance/core/error/app-error'
import type { Draft } from '@relance/core/graph/draft'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

export interface FlowVersion extends Pick<Draft, 'graph' | 'settings' | 'positions'> {
  version: number
  publishedAt: Date
}

/** A published version as it was drawn. Throws AppError not-found. */
export const getVersion = (
  scope: Scope | Tx,
  flowId: string,
  version: number,
): Promise<FlowVersion> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<FlowVersion[]>`
      select version, graph, settings, positions, published_at as "publishedAt" from flow_versions
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and version = ${version}`
    if (!row) throw new AppError('not-found', 'This version does not exist.')
    return row
  })
