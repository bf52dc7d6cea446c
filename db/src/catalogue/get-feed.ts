import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { Feed } from './feed'

/** The workspace's feed; null where there is none. */
export const getFeed = (scope: Scope | Tx): Promise<Feed | null> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [feed] = await sql<Feed[]>`
      select f.url, f.every_hours as "everyHours", f.next_at as "nextAt", f.fetched_at as "fetchedAt", f.import_id as "importId",
        i.state as "importState", i.taken, i.refused, f.error_code as "errorCode", f.error_detail as "errorDetail"
      from catalogue_feeds f left join imports i on i.workspace_id = f.workspace_id and i.id = f.import_id
      where f.workspace_id = ${workspaceId}`
    return feed ?? null
  })
