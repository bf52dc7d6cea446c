import type { Tx } from '../connection/scope'

/** An entry that was really made: what re-entry is asked by. */
export interface PastEntry {
  id: string
  key: string
  enteredAt: Date
  endedAt: Date | null
}

/** The entries of a contact into a flow up to an instant, the earliest first. */
export const pastEntries = ({ sql, workspaceId }: Tx, flowId: string, contactId: string) => sql<
  PastEntry[]
>`
  select id, entry_key as key, entered_at as "enteredAt", ended_at as "endedAt" from enrolments
  where workspace_id = ${workspaceId} and flow_id = ${flowId} and contact_id = ${contactId}
  order by entered_at, id`
