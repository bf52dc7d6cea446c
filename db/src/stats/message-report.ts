import { inTransaction } from '../connection/in-transaction'
import { planLarge } from '../connection/plan-large'
import type { Scope, Tx } from '../connection/scope'

/** What the rows of a report stand for. */
export const reportGroups = ['mail', 'node', 'flow', 'typology'] as const
export type ReportGroup = (typeof reportGroups)[number]

/** An order is credited to the last message clicked so many days before it. Opens earn no credit. */
export const CREDIT_DAYS = 7

/** The messages sent to somebody in a period, and what came of them until now. */
export interface MessageFigures {
  sent: number
  /** Sent, and not come back. */
  delivered: number
  /** People; who clicked has opened. */
  uniqueOpens: number
  totalOpens: number
  uniqueClicks: number
  totalClicks: number
  unsubscribed: number
  complained: number
  hardBounced: number
  softBounced: number
  /** Refused for what we are or send, not for the address. */
  blocked: number
  /** Orders credited, and what they came to, in the workspace's currency. */
  conversions: number
  revenueCents: number
  /** By programs: never among the opens and clicks above. */
  robotOpens: number
  robotClicks: number
}

export interface MessageReportRow extends MessageFigures {
  /** Of the mail or the scenario; the step's with its scenario before it; the type itself. */
  key: string
  name: string
  flowId: string | null
  nodeId: string | null
}

const key = ({ sql }: Tx, by: ReportGroup) =>
  ({
    mail: sql`m.template_id::text`,
    node: sql`m.flow_id || ':' || m.node_id`,
    flow: sql`m.flow_id::text`,
    typology: sql`m.typology`,
  })[by]

/**
 * What came of the messages sent from `from` on and before `to`, by mail, step, scenario or type; the most sent first.
 * Figures are counts of rows, so each equals the list behind it.
 */
export const messageReport = (
  scope: Scope,
  { by, from, to }: { by: ReportGroup; from: Date; to: Date },
): Promise<MessageReportRow[]> =>
  inTransaction(scope, async (tx) => {
    await planLarge(tx)
    const { sql, workspaceId } = tx
    const rows = await sql<MessageReportRow[]>`
      with happened as materialized (
        select e.properties ->> 'message_id' as message_id, e.contact_id, e.name, e.at, e.properties ->> 'bounce_class' as class
        from events e
        where e.workspace_id = ${workspaceId} and e.stored_at > '-infinity' and e.at >= ${from}
          and e.name in ('Email Delivered', 'Email Opened', 'Email Link Clicked', 'Email Bounced', 'Email Marked as Spam',
            'Unsubscribed', 'Email Prefetched', 'Email Link Scanned')
      ), came as materialized (
        select message_id, count(*) filter (where name = 'Email Opened') as opens,
          count(*) filter (where name = 'Email Link Clicked') as clicks,
          count(*) filter (where name = 'Email Prefetched') as robot_opens,
          count(*) filter (where name = 'Email Link Scanned') as robot_clicks,
          bool_or(name = 'Unsubscribed') as unsubscribed, bool_or(name = 'Email Marked as Spam') as complained,
          max(at) filter (where name = 'Email Delivered') as delivered_at,
          max(at) filter (where name = 'Email Bounced') as bounced_at,
          (array_agg(class order by at desc) filter (where name = 'Email Bounced'))[1] as class
        from happened where message_id is not null group by message_id
      ), last_clicked as (
        select distinct on (o.order_id) h.message_id, o.revenue_cents - o.refunded_cents as revenue
        from orders o join happened h on h.contact_id = o.contact_id and h.name = 'Email Link Clicked'
          and h.at <= o.at and h.at > o.at - make_interval(days => ${CREDIT_DAYS})
        where o.workspace_id = ${workspaceId} and o.at >= ${from} and (o.refunded_cents = 0 or o.refunded_cents < o.revenue_cents)
        order by o.order_id, h.at desc
      ), credited as (
        select message_id, count(*) as conversions, sum(revenue) as revenue from last_clicked group by message_id
      ), each as (
        select ${key(tx, by)} as key, m.flow_id, m.node_id, m.template_id, e.*,
          coalesce(e.bounced_at >= coalesce(e.delivered_at, e.bounced_at), false) as is_back,
          coalesce(r.conversions, 0) as conversions, coalesce(r.revenue, 0) as revenue
        from messages m
        left join came e on e.message_id = m.id::text
        left join credited r on r.message_id = m.id::text
        where m.workspace_id = ${workspaceId} and (m.state = 'sent' or e.bounced_at is not null)
          and coalesce(m.sent_at, e.bounced_at) >= ${from} and coalesce(m.sent_at, e.bounced_at) < ${to}
      ), grouped as (
        select key, min(flow_id::text) as flow_id, min(node_id) as node_id, min(template_id::text) as template_id,
          count(*)::int as sent, count(*) filter (where not is_back)::int as delivered,
          count(*) filter (where opens > 0 or clicks > 0)::int as unique_opens, coalesce(sum(opens), 0)::int as total_opens,
          count(*) filter (where clicks > 0)::int as unique_clicks, coalesce(sum(clicks), 0)::int as total_clicks,
          count(*) filter (where unsubscribed)::int as unsubscribed, count(*) filter (where complained)::int as complained,
          count(*) filter (where is_back and class = 'hard')::int as hard,
          count(*) filter (where is_back and class = 'soft')::int as soft,
          count(*) filter (where is_back and class not in ('hard', 'soft'))::int as blocked,
          sum(conversions)::int as conversions, sum(revenue)::bigint as revenue,
          coalesce(sum(robot_opens), 0)::int as robot_opens, coalesce(sum(robot_clicks), 0)::int as robot_clicks
        from each group by key
      )
      select g.key, ${name(tx, by)} as name, ${by === 'node' || by === 'flow' ? sql`g.flow_id` : sql`null`} as "flowId",
        ${by === 'node' ? sql`g.node_id` : sql`null`} as "nodeId", sent, delivered, unique_opens as "uniqueOpens",
        total_opens as "totalOpens", unique_clicks as "uniqueClicks", total_clicks as "totalClicks", unsubscribed,
        complained, hard as "hardBounced", soft as "softBounced", blocked, conversions, revenue as "revenueCents",
        robot_opens as "robotOpens", robot_clicks as "robotClicks"
      from grouped g
      left join flows f on f.workspace_id = ${workspaceId} and f.id::text = g.flow_id
      left join mail_templates t on t.workspace_id = ${workspaceId} and t.id::text = g.template_id
      order by sent desc, g.key`
    return [...rows]
  })

const name = ({ sql }: Tx, by: ReportGroup) =>
  ({
    mail: sql`coalesce(t.name, g.key)`,
    node: sql`coalesce(f.name, '') || ' · ' || coalesce(t.name, g.node_id)`,
    flow: sql`coalesce(f.name, g.key)`,
    typology: sql`g.key`,
  })[by]
