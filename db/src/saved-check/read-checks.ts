import type { Tx } from '../connection/scope'
import type { SavedCheck } from './saved-check'

/** A flow's checks in the order they were saved, or one of them. */
export const readChecks = async (
  { sql, workspaceId }: Tx,
  flowId: string,
  checkId?: string,
): Promise<SavedCheck[]> => [
  ...(await sql<SavedCheck[]>`
    select id, flow_id as "flowId", contact_id as "contactId", name, compares, asked, expected,
      created_by as "createdBy", created_at as "createdAt"
    from saved_checks
    where workspace_id = ${workspaceId} and flow_id = ${flowId} ${checkId ? sql`and id = ${checkId}` : sql``}
    order by created_at, id`),
]
