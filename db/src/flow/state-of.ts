import type { Tx } from '../connection/scope'

/** A document as it is stored: what it was, and each change since. */
export interface StoredDocument {
  /** Of the draft it makes. */
  revision: number
  states: Uint8Array[]
}

/** A draft's document; null while it was never opened. In one statement, so all of it is of one moment. */
export async function stateOf(tx: Tx, flowId: string): Promise<StoredDocument | null> {
  const rows = await tx.sql<{ revision: number; state: Uint8Array }[]>`
    select revision, state from flow_documents where workspace_id = ${tx.workspaceId} and flow_id = ${flowId}
    union all
    select u.revision, u.change from flow_updates u
    join flow_documents d on d.workspace_id = u.workspace_id and d.flow_id = u.flow_id
    where u.workspace_id = ${tx.workspaceId} and u.flow_id = ${flowId} and u.revision > d.revision
    order by revision`
  const last = rows.at(-1)
  return last ? { revision: last.revision, states: rows.map(({ state }) => state) } : null
}
