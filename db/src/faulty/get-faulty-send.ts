import { inTransaction } from '../connection/in-transaction'
import { planLarge } from '../connection/plan-large'
import type { Scope, Tx } from '../connection/scope'
import { answersTo, type FaultySend, mailsOf, peopleHit } from './people-hit'

/** What a step did in a span of time, and what has been said about it. */
export interface FaultyFigures {
  /** The name of the mail that was sent, of the last one where there were several; null: none was. */
  mail: string | null
  mails: number
  /** People it reached, and those of them who got one mail more than once within a day. */
  hit: number
  repeated: number
  /** What these mails brought: complaints and unsubscribes, in people. */
  complained: number
  unsubscribed: number
  /** An alarm stands at the step. */
  isPaused: boolean
  apologies: Apology[]
}

export interface Apology {
  id: string
  madeAt: Date
  whom: 'repeated' | 'everyone'
  /** Chosen, and those of them it has gone to. */
  people: number
  sent: number
  leftOut: Record<string, number>
  /** Whom it left out is known by name: of older ones only how many. */
  namesLeftOut: boolean
  /** The scenario that sends it. */
  sentBy: string
}

/** Figures of what a step sent in a span of time. */
export const getFaultySend = (scope: Scope | Tx, send: FaultySend): Promise<FaultyFigures> =>
  inTransaction(scope, async (tx) => {
    await planLarge(tx)
    const people = await peopleHit(tx, send)
    const [came] = await tx.sql<
      Pick<FaultyFigures, 'complained' | 'unsubscribed' | 'isPaused' | 'mail'>[]
    >`
      select
        (select count(*)::int from (${answersTo(tx, send)}) a where a.name = 'Email Marked as Spam') as complained,
        (select count(*)::int from (${answersTo(tx, send)}) a where a.name = 'Unsubscribed') as unsubscribed,
        exists (select 1 from repeat_alarms a where a.workspace_id = ${tx.workspaceId} and a.flow_id = ${send.flowId}
          and a.node_id = ${send.nodeId} and a.lifted_at is null) as "isPaused",
        (select t.name from (${mailsOf(tx, send)}) last
          join mail_templates t on t.workspace_id = ${tx.workspaceId} and t.id = last.template_id
          order by last.sent_at desc limit 1) as mail`
    return {
      mails: people.reduce((sum, { times }) => sum + times, 0),
      hit: people.length,
      repeated: people.filter(({ isRepeated }) => isRepeated).length,
      ...(came ?? { complained: 0, unsubscribed: 0, isPaused: false, mail: null }),
      apologies: await listApologies(tx, send),
    }
  })

const listApologies = async (tx: Tx, { flowId, nodeId }: FaultySend): Promise<Apology[]> =>
  tx.sql<Apology[]>`
    select a.id, a.made_at as "madeAt", a.whom, coalesce(named.reasons, a.left_out) as "leftOut",
      named.reasons is not null as "namesLeftOut", a.sent_by as "sentBy",
      (select count(*)::int from apology_people p where p.workspace_id = a.workspace_id and p.apology_id = a.id) as people,
      (select count(distinct m.contact_id)::int from messages m where m.workspace_id = a.workspace_id
        and m.flow_id = a.sent_by and m.state = 'sent') as sent
    from apologies a
    cross join lateral (
      select jsonb_object_agg(reason, people) as reasons from (
        select l.reason, count(*)::int as people from apology_left_out l
        where l.workspace_id = a.workspace_id and l.apology_id = a.id group by l.reason) r) named
    where a.workspace_id = ${tx.workspaceId} and a.flow_id = ${flowId} and a.node_id = ${nodeId}
    order by a.made_at desc, a.id desc`
