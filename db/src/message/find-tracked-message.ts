import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** What an open, a click or an unsubscription needs to know of the message it is about. */
export interface TrackedMessage {
  id: string
  enrolmentId: string
  flowId: string
  nodeId: string
  channel: string
  templateId: string
  /** Whoever the contact is by now: the one it was joined into. */
  contactId: string
  /** They asked to be forgotten: nothing is to be recorded of them. */
  isErased: boolean
  externalId: string | null
  locale: string
  shopName: string
  /** The workspace's now. */
  now: Date
  /** Machine time, in seconds since 1970: what links that hold for a while are measured by. */
  machineSeconds: number
}

/** The message of a tracking link, or null where it no longer exists. */
export const findTrackedMessage = (
  scope: Scope | Tx,
  messageId: string,
): Promise<TrackedMessage | null> =>
  inTransaction(scope, async (tx) => {
    const found = await findTrackedMessages(tx, [messageId])
    return found.get(messageId) ?? null
  })

/** The messages of tracking links by their ids; one that no longer exists is left out. */
export async function findTrackedMessages(
  { sql, workspaceId }: Tx,
  messageIds: string[],
): Promise<Map<string, TrackedMessage>> {
  const rows = await sql<TrackedMessage[]>`
    select m.id, m.enrolment_id as "enrolmentId", m.flow_id as "flowId", m.node_id as "nodeId", m.channel,
      m.template_id as "templateId", c.id as "contactId", c.erased_at is not null as "isErased",
      c.external_id as "externalId", m.locale, coalesce(w.settings->'shop'->>'name', w.name) as "shopName",
      (select workspace_now(${workspaceId})) as now,
      extract(epoch from clock_timestamp())::integer as "machineSeconds"
    from messages m
    join workspaces w on w.id = m.workspace_id
    join contacts sent_to on sent_to.workspace_id = m.workspace_id and sent_to.id = m.contact_id
    -- Under row-level security a coalesce would choose no index.
    join contacts c on c.workspace_id = m.workspace_id
      and c.id = case when sent_to.merged_into is null then sent_to.id else sent_to.merged_into end
    where m.workspace_id = ${workspaceId} and m.id = any(${messageIds}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
