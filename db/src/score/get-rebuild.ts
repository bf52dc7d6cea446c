import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** A scoring of everybody, as it stands. */
export interface RebuildProgress {
  id: string
  state: 'queued' | 'reading' | 'done' | 'failed'
  asOf: Date
  error: string | null
}

/** How far a scoring has come. Throws AppError not-found. */
export const getRebuild = (scope: Scope | Tx, id: string): Promise<RebuildProgress> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [row] = await sql<RebuildProgress[]>`
      select id, state, as_of as "asOf", error from score_builds
      where workspace_id = ${workspaceId} and id = ${id}`
    if (!row) throw new AppError('not-found', 'This scoring does not exist.')
    return row
  })
