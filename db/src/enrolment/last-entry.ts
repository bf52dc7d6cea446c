import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'

/** How a contact stands towards a flow: asked under the contact's lock before another entry. */
export interface Entry {
  enteredAt: Date
  open: boolean
  withKey: boolean
  openWithKey: boolean
}

/** The last entry of a contact into a flow, or undefined when there was none. @param until later ones are left out */
export const lastEntry = (
  tx: Tx,
  flowId: string,
  contactId: string,
  key: string,
  until: Date | null = null,
): Promise<Entry | undefined> => readLastEntry(tx, { flowId, contactId, key, until })

const readLastEntry = batched<
  { flowId: string; contactId: string; key: string; until: Date | null },
  Entry | undefined
>(async (tx, asked) => {
  const rows = await tx.sql<(Entry & { n: number })[]>`
    select k.n, max(e.entered_at) as "enteredAt", bool_or(e.state <> 'ended') as open,
      bool_or(e.entry_key = k.key) as "withKey", bool_or(e.state <> 'ended' and e.entry_key = k.key) as "openWithKey"
    from unnest(${asked.map(({ flowId }) => flowId)}::uuid[], ${asked.map(({ contactId }) => contactId)}::uuid[],
      ${asked.map(({ key }) => key)}::text[], ${asked.map(({ until }) => until?.toISOString() ?? 'infinity')}::text[])
      with ordinality as k(flow_id, contact_id, key, until, n)
    join enrolments e on e.workspace_id = ${tx.workspaceId} and e.flow_id = k.flow_id and e.contact_id = k.contact_id
      and e.entered_at <= k.until::timestamptz
    group by k.n`
  const byPlace = new Map(rows.map(({ n, ...entry }) => [n, entry]))
  return asked.map((_, i) => byPlace.get(i + 1))
})
