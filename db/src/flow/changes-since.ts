import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** A change of a draft's document, and the revision it made. */
export interface StoredChange {
  revision: number
  change: Uint8Array
  /** The person's name; null for a program. */
  by: string | null
  at: Date
}

const MANY = 300

/**
 * What happened to a draft's document since a revision of it, in order. Null when that cannot be told one by one: too
 * much happened, or some of it is kept no longer.
 */
export const changesSince = (
  scope: Scope | Tx,
  flowId: string,
  since: number,
): Promise<StoredChange[] | null> =>
  inTransaction(scope, async (tx) => {
    const rows = await tx.sql<({ current: number } & StoredChange)[]>`
      select f.revision as current, u.revision, u.change, u.made_by as by, u.made_at as at
      from flows f
      left join flow_updates u
        on u.workspace_id = f.workspace_id and u.flow_id = f.id and u.revision > ${since}
      where f.workspace_id = ${tx.workspaceId} and f.id = ${flowId}
      order by u.revision limit ${MANY + 1}`
    const changes = rows.filter(({ revision }) => revision !== null)
    const isAll = rows[0] !== undefined && changes.length === rows[0].current - since
    return isAll ? changes : null
  })
