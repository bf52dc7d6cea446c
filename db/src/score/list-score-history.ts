import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** What a contact's scores were from an instant on, until the next one. */
export interface PastScore {
  at: Date
  r: number
  f: number
  m: number
  total: number
  percentile: number
}

const LIMIT = 200

/** A contact's scores, newest first: as they stand, then what they were before. Empty for whoever never ordered. */
export const listScoreHistory = (scope: Scope | Tx, contactId: string): Promise<PastScore[]> =>
  inTransaction(scope, async ({ sql, workspaceId }) => [
    ...(await sql<PastScore[]>`
      select at, r, f, m, r + f + m as total, percentile from (
        select scored_at as at, r, f, m, percentile from contact_scores
        where workspace_id = ${workspaceId} and contact_id = ${contactId}
        union all
        select at, r, f, m, percentile from score_history
        where workspace_id = ${workspaceId} and contact_id = ${contactId}
      ) scores order by at desc limit ${LIMIT}`),
  ])
