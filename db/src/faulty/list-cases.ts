import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'

/** Somebody to be answered by a person, because of what a step sent. */
export interface SupportCase {
  id: string
  flowId: string
  flowName: string
  nodeId: string
  contactId: string
  /** Their name, else their address, else their number; null: nothing is known. */
  contact: string | null
  openedAt: Date
  doneAt: Date | null
  doneBy: string | null
  /** What was agreed. */
  note: string | null
}

interface CasesAsked extends PageRequest {
  state: 'open' | 'done'
  /** Of one step only. */
  flowId?: string
  nodeId?: string
}

/** The queue of people to answer, those who wait longest first; or those answered, in the same order. */
export const listCases = (
  scope: Scope | Tx,
  { state, flowId, nodeId, cursor, limit }: CasesAsked,
): Promise<Page<SupportCase>> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [openedAt = null, id = null] = readCursor(cursor, 2) ?? []
    const rows = await sql<SupportCase[]>`
      select s.id, s.flow_id as "flowId", f.name as "flowName", s.node_id as "nodeId", c.id as "contactId",
        coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as contact,
        s.opened_at as "openedAt", s.done_at as "doneAt", s.done_by as "doneBy", s.note
      from support_cases s
      join flows f on f.workspace_id = s.workspace_id and f.id = s.flow_id
      join contacts sent_to on sent_to.workspace_id = s.workspace_id and sent_to.id = s.contact_id
      join contacts c on c.workspace_id = s.workspace_id
        and c.id = case when sent_to.merged_into is null then sent_to.id else sent_to.merged_into end
      where s.workspace_id = ${workspaceId} and (s.done_at is null) = ${state === 'open'}
        and (${flowId ?? null}::uuid is null or s.flow_id = ${flowId ?? null}::uuid)
        and (${nodeId ?? null}::text is null or s.node_id = ${nodeId ?? null}::text)
        and (${id}::uuid is null or (s.opened_at, s.id) > (${openedAt}::timestamptz, ${id}::uuid))
      order by s.opened_at, s.id limit ${limit + 1}`
    return pageOf([...rows], limit, (row) => [row.openedAt.toISOString(), row.id])
  })
