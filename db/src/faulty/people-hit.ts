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
export const peopleHit = async (tx: Tx, send: FaultySend): Promise<PersonHit[]> => tx.sql<
  PersonHit[]
>`
  select contact_id as "contactId", times, last_at as "lastAt", is_repeated as "isRepeated"
  from (${hitRows(tx, send)}) hit order by times desc, contact_id`

/** The mails of a faulty send, as a query: `id`, `contact_id` as they are now, `template_id`, `sent_at`. */
export const mailsOf = ({ sql, workspaceId }: Tx, { flowId, nodeId, from, to }: FaultySend) => sql`
  select m.id, coalesce(c.merged_into, c.id) as contact_id, m.template_id, m.sent_at
  from messages m join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
  where m.workspace_id = ${workspaceId} and m.flow_id = ${flowId} and m.node_id = ${nodeId}
    and m.state = 'sent' and m.sent_at >= ${from} and m.sent_at < ${to}`

/** Those whom it reached, as a query: `contact_id`, `times`, `last_at` with its `message_id`, `is_repeated`. */
export const hitRows = (tx: Tx, send: FaultySend) => tx.sql`
  select contact_id, count(*)::int as times, max(sent_at) as last_at,
    (array_agg(id order by sent_at desc, id desc))[1] as message_id,
    coalesce(bool_or(gap <= interval '24 hours'), false) as is_repeated
  from (
    select id, contact_id, sent_at,
      sent_at - lag(sent_at) over (partition by contact_id, template_id order by sent_at) as gap
    from (${mailsOf(tx, send)}) sent
  ) spaced group by contact_id`

/** Who complained or unsubscribed because of its mails, as a query: `contact_id`, `name` of what they did, `at`, `message_id`. */
export const answersTo = (tx: Tx, send: FaultySend) => tx.sql`
  select e.contact_id, e.name, min(e.at) as at, (array_agg(m.id order by e.at))[1] as message_id
  from (${mailsOf(tx, send)}) m join events e on e.workspace_id = ${tx.workspaceId} and e.stored_at > '-infinity'
    and e.at >= ${send.from} and e.name in ('Email Marked as Spam', 'Unsubscribed')
    and e.properties ->> 'message_id' = m.id::text
  where e.contact_id is not null group by e.contact_id, e.name`
