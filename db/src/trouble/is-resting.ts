import type postgres from 'postgres'
import type { Tx } from '../connection/scope'

/** A condition: the piece of work named by `subject` has failed a moment ago, and others have their turn. */
export const isResting = (
  { sql, workspaceId }: Tx,
  queue: string,
  subject: postgres.PendingQuery<postgres.Row[]>,
) => sql`exists (
  select 1 from troubles r where r.workspace_id = ${workspaceId} and r.queue = ${queue}
    and r.subject = ${subject}::text and r.rest_until > clock_timestamp())`
