import type { Tx } from '../connection/scope'

/** What a step sent in a span of time: at `from`, and before `to`. */
export interface FaultySend {
  flowId: string
  nodeId: string
  from: Date
  to: Date
}

/** Somebody a step sent to, how often within the span, and when last. */
export interface PersonHit {
  contactId: string
  times: number
  lastAt: Date
  /** Got one mail more than once within a day. */
  isRepeated: boolean
}

/** Everybody a faulty send reached, once each: of people joined since, the one they are now. */
export const peopleHit = async (
  { sql, workspaceId }: Tx,
  { flowId, nodeId, from, to }: FaultySend,
): Promise<PersonHit[]> => sql<PersonHit[]>`
  with sent as (
    select coalesce(c.merged_into, c.id) as contact_id, m.template_id, m.sent_at
    from messages m join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
    where m.workspace_id = ${workspaceId} and m.flow_id = ${flowId} and m.node_id = ${nodeId}
      and m.state = 'sent' and m.sent_at >= ${from} and m.sent_at < ${to}
  ), spaced as (
    select contact_id, sent_at,
      sent_at - lag(sent_at) over (partition by contact_id, template_id order by sent_at) as gap
    from sent
  )
  select contact_id as "contactId", count(*)::int as times, max(sent_at) as "lastAt",
    coalesce(bool_or(gap <= interval '24 hours'), false) as "isRepeated"
  from spaced group by contact_id order by count(*) desc, contact_id`
