import { INTERACTIVE_WITHIN_SECONDS } from '@relance/core/sending/sending-mode'
import type postgres from 'postgres'
import type { Tx } from '../connection/scope'
import { type FactsRequest, messageFacts, planFacts } from './message-facts'

/** How often a goal was reached, and what that came to, in the workspace's currency. */
export interface GoalFigures {
  conversions: number
  revenueCents: number
}

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
  /** Sent in answer to an act, and of those within a minute of it; `actSeconds`: all their seconds from act to sending. */
  interactive: number
  withinMinute: number
  actSeconds: number
  /** Runs that ended with their scenario's own goal, counted at the last message of the run before. */
  ownGoals: number
  /** Goals credited, all of them, and what they came to. */
  conversions: number
  revenueCents: number
  /** By the event's name; a goal that was never reached is left out. */
  goals: Record<string, GoalFigures>
  /** By programs: never among the opens and clicks above. */
  robotOpens: number
  robotClicks: number
}

/** Figures under one key, with what its messages have in common. */
export interface KeyedFigures extends MessageFigures {
  key: string
  flowId: string
  nodeId: string
  templateId: string
}

/**
 * The figures of messages by any key of theirs, the most sent first.
 * @param key an expression over a message `m`, whose `at` is when it went
 */
export async function messageFigures(
  tx: Tx,
  request: FactsRequest,
  key: postgres.PendingQuery<postgres.Row[]>,
): Promise<KeyedFigures[]> {
  await planFacts(tx)
  const rows = await tx.sql<KeyedFigures[]>`
    with ${messageFacts(tx, request, key)}, by_goal as (
      select e.key, c.goal, count(*)::int as conversions, coalesce(sum(c.cents), 0)::bigint as cents
      from credits c join each e on e.message_id = c.message_id group by e.key, c.goal
    ), goals as (
      select key, sum(conversions)::int as conversions, sum(cents)::bigint as cents,
        jsonb_object_agg(goal, jsonb_build_object('conversions', conversions, 'revenueCents', cents)) as goals
      from by_goal group by key
    ), own as (
      select e.key, count(*)::int as n from own_goals o join each e on e.message_id = o.message_id group by e.key
    ), grouped as (
      select key, min(flow_id::text) as "flowId", min(node_id) as "nodeId", min(template_id::text) as "templateId",
        count(*)::int as sent, count(*) filter (where not is_back)::int as delivered,
        count(opened_at)::int as "uniqueOpens", coalesce(sum(opens), 0)::int as "totalOpens",
        count(clicked_at)::int as "uniqueClicks", coalesce(sum(clicks), 0)::int as "totalClicks",
        count(unsubscribed_at)::int as unsubscribed, count(complained_at)::int as complained,
        count(*) filter (where is_back and class = 'hard')::int as "hardBounced",
        count(*) filter (where is_back and class = 'soft')::int as "softBounced",
        count(*) filter (where is_back and class not in ('hard', 'soft'))::int as blocked,
        count(act_seconds)::int as interactive,
        count(*) filter (where act_seconds <= ${INTERACTIVE_WITHIN_SECONDS})::int as "withinMinute",
        coalesce(sum(act_seconds), 0)::float8 as "actSeconds",
        coalesce(sum(robot_opens), 0)::int as "robotOpens", coalesce(sum(robot_clicks), 0)::int as "robotClicks"
      from each group by key
    )
    select g.*, coalesce(o.conversions, 0) as conversions, coalesce(o.cents, 0) as "revenueCents",
      coalesce(o.goals, '{}') as goals, coalesce(w.n, 0) as "ownGoals"
    from grouped g left join goals o on o.key = g.key left join own w on w.key = g.key order by g.sent desc, g.key`
  return [...rows]
}
