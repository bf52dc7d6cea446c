import { ORDER_GOAL, type ReportSettings } from '@relance/core/report/report-settings'
import type { Span } from '@relance/core/report/report-spans'
import type postgres from 'postgres'
import { planLarge } from '../connection/plan-large'
import type { Tx } from '../connection/scope'
import { groupKey, type ReportKey } from './report-group'

/** The messages a report is about, and how what they led to is credited. */
export interface FactsRequest extends Span {
  credit: ReportSettings
  /** Only those of one row; left out: all. */
  of?: ReportKey
}

const DAY_HOURS = 24
/** What is read as money: no sign, and no more than a bigint of cents holds. */
const AMOUNT = '^[0-9]{1,13}([.][0-9]{1,6})?$'
const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

/**
 * For statements made of `messageFacts`: they join lists that a transaction has just made, whose sizes Postgres cannot
 * guess. Taken for short, they were read from end to end for each row of the other: 100,000 messages took over ten
 * seconds, and take about one where each is read once.
 */
export const planFacts = async (tx: Tx): Promise<void> => {
  await planLarge(tx)
  await tx.sql`select set_config('enable_nestloop', 'off', true)`
}

/**
 * Common table expressions that every figure of messages and every list behind one is made of, so that the two cannot
 * differ:
 * - `happened`: what people and programs did with messages since the period began;
 * - `credits`: each goal reached, with the message that earns it, and its money where it brings any;
 * - `own_goals`: each run that ended with its scenario's own goal, with the last message of it that went before;
 * - `each`: a row for each message sent in the period, under `key`, with what came of it until now.
 * @param key an expression over a message `m`, whose `at` is when it went
 */
export function messageFacts(
  tx: Tx,
  request: FactsRequest,
  key: postgres.PendingQuery<postgres.Row[]>,
) {
  const { sql, workspaceId } = tx
  const { from, to, credit, of } = request
  const earning = credit.creditOpens
    ? ['Email Link Clicked', 'Email Opened']
    : ['Email Link Clicked']
  const columns = sql`m.id, m.id::text as message_id, m.enrolment_id, m.contact_id, m.flow_id, m.node_id, m.template_id, m.typology, m.mode, m.locale,
    extract(epoch from m.sent_at - m.acted_at) as act_seconds`
  const wanted = of ? sql`${groupKey(tx, of.by)} = ${of.key}` : sql`true`
  return sql`
    happened as materialized (
      select e.id, e.properties ->> 'message_id' as message_id, e.contact_id, e.name, e.at,
        e.properties ->> 'bounce_class' as class, e.properties ->> 'link_url' as link_url,
        -- Links that say none are the first of their address.
        case when e.properties ->> 'link_place' ~ '^[1-9][0-9]{0,2}$' then (e.properties ->> 'link_place')::int else 1 end as link_place
      from events e
      where e.workspace_id = ${workspaceId} and e.stored_at > '-infinity' and e.at >= ${from}
        and e.name in ('Email Opened', 'Email Link Clicked', 'Email Bounced', 'Email Marked as Spam', 'Unsubscribed',
          'Email Prefetched', 'Email Link Scanned')
    ), came as materialized (
      select message_id,
        count(*) filter (where name = 'Email Opened') as opens,
        min(at) filter (where name in ('Email Opened', 'Email Link Clicked')) as opened_at,
        count(*) filter (where name = 'Email Link Clicked') as clicks,
        min(at) filter (where name = 'Email Link Clicked') as clicked_at,
        count(*) filter (where name = 'Email Prefetched') as robot_opens,
        count(*) filter (where name = 'Email Link Scanned') as robot_clicks,
        min(at) filter (where name = 'Unsubscribed') as unsubscribed_at,
        min(at) filter (where name = 'Email Marked as Spam') as complained_at
      from happened where message_id is not null group by message_id
    ), returned as materialized (
      select distinct on (message_id) message_id, at, class from happened
      where name = 'Email Bounced' and message_id is not null order by message_id, at desc
    ), reached as materialized (
      select ${ORDER_GOAL}::text as goal, o.order_id as ref, o.contact_id, o.at, o.revenue_cents - o.refunded_cents as cents
      from orders o
      where o.workspace_id = ${workspaceId} and o.at >= ${from} and (o.refunded_cents = 0 or o.refunded_cents < o.revenue_cents)
      union all
      select e.name, e.id::text, e.contact_id, e.at, ${eventCents(tx)} from events e
      left join json_to_recordset(${JSON.stringify(credit.goalValues)}::json)
        as v(event text, property text, "inCents" boolean, currency text) on v.event = e.name
      where e.workspace_id = ${workspaceId} and e.stored_at > '-infinity' and e.at >= ${from}
        and e.name = any(${credit.goals}) and e.contact_id is not null
    ), credits as materialized (
      select distinct on (r.goal, r.ref) r.goal, r.ref, r.contact_id, r.at, r.cents, h.message_id
      from reached r join happened h on h.contact_id = r.contact_id and h.name = any(${earning})
        and h.at <= r.at and h.at > r.at - make_interval(hours => ${credit.creditDays * DAY_HOURS})
      order by r.goal, r.ref, h.at desc, h.id desc
    ), sent as materialized (
      select ${columns}, m.sent_at from messages m
      where m.workspace_id = ${workspaceId} and m.sent_at >= ${from} and m.sent_at < ${to} and ${wanted}
      union all
      -- Refused at once by the other server: it never counted as sent here, and has come back all the same.
      select ${columns}, null from messages m
      where m.workspace_id = ${workspaceId} and m.sent_at is null and ${wanted}
        -- Events may name anything.
        and m.id = any(array(select r.message_id::uuid from returned r
          where case when r.message_id ~ ${UUID} then r.at >= ${from} and r.at < ${to} end))
    ), ended as materialized (
      select distinct on (e.id) e.id, e.contact_id, e.ended_at as at, s.id as message, s.message_id, s.sent_at
      from sent s join enrolments e on e.workspace_id = ${workspaceId} and e.id = s.enrolment_id
        and e.end_reason = 'goal' and e.ended_at >= s.sent_at
      order by e.id, s.sent_at desc, s.id desc
    ), own_goals as materialized (
      select g.id::text as ref, g.contact_id, g.at, g.message_id from ended g
      -- A later message of the run, of another step or after the period, has the better claim.
      where not exists (select from messages l
        where l.workspace_id = ${workspaceId} and l.enrolment_id = g.id and l.sent_at <= g.at
          and (l.sent_at, l.id) > (g.sent_at, g.message))
    ), each as materialized (
      select ${key} as key, m.* from (
        select sent.*, coalesce(sent.sent_at, r.at) as at, c.opens, c.opened_at, c.clicks, c.clicked_at, c.robot_opens,
          c.robot_clicks, c.unsubscribed_at, c.complained_at, r.at as bounced_at, r.class,
          -- Whatever was delivered after it came back has stayed.
          r.at is not null and not exists (
            select from events d
            where d.workspace_id = ${workspaceId} and d.contact_id = sent.contact_id and d.name = 'Email Delivered'
              and d.at > r.at and d.properties ->> 'message_id' = sent.message_id) as is_back
        from sent
        left join came c on c.message_id = sent.message_id
        left join returned r on r.message_id = sent.message_id
      ) m
    )`
}

/** The amount an event `e` names by a value `v`, in the workspace's cents; null: it names none that can be read. */
const eventCents = ({ sql, workspaceId }: Tx) => sql`
  case when jsonb_typeof(e.properties -> v.property) in ('number', 'string') and e.properties ->> v.property ~ ${AMOUNT}
    then own_cents(${workspaceId},
      round((e.properties ->> v.property)::numeric * case when v."inCents" then 1 else 100 end)::bigint,
      case when e.properties ->> 'currency' ~ '^[A-Za-z]{3}$' then upper(e.properties ->> 'currency') else v.currency end) end`
