import {
  countedEvents,
  type countedGoals,
  countedMessages,
  countedRuns,
  type FigureListName,
} from '@relance/core/report/message-figure'
import { ORDER_GOAL } from '@relance/core/report/report-settings'
import { INTERACTIVE_WITHIN_SECONDS } from '@relance/core/sending/sending-mode'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { Page, PageRequest } from '../page/page'
import { latestFirst, pageOfLatest } from './latest-first'
import { type FactsRequest, messageFacts, planFacts } from './message-facts'
import { type Named, nameRows } from './name-rows'

interface Counted {
  /** Of the message, the event, or the order. */
  id: string
  /** When what the figure counts happened. */
  at: Date
  contactId: string
  messageId: string
  /** Where a click led. */
  linkUrl: string | null
  /** The event whose goal was reached. */
  goal: string | null
  orderId: string | null
  /** Of an order, or another goal that brings money, in the workspace's currency. */
  revenueCents: number | null
  /** Of reactivity: when whoever opened also clicked; null: they did not. */
  clickedAt: Date | null
  /** Of messages that answer an act: from the act to the sending. */
  seconds: number | null
}

/** One message, act or goal that a figure counts, with whom it is of. */
export type FigureRow = Named<Counted>

export interface FigureRows extends Page<FigureRow> {
  /** Of the whole list: as many as the figure says, and as much. */
  count: number
  revenueCents: number
  /** Of reactivity: how many of them clicked; 0 of any other figure. */
  clicked: number
}

export interface FigureRowsRequest extends FactsRequest {
  figure: FigureListName
  /** Of conversions: one goal; left out: all. */
  goal?: string
  /** Of clicks: one link's. `place`: which of several to the same address. */
  link?: { url: string; place: number }
}

/** What a figure counts, the latest first: as many rows as the figure says, and for revenue as much. */
export const listFigureRows = (
  scope: Scope,
  request: FigureRowsRequest,
  asked: PageRequest,
): Promise<FigureRows> =>
  inTransaction(scope, async (tx) => {
    await planFacts(tx)
    const { sql } = tx
    const rows = await sql<(Counted & { count: number; total: number; clicked: number })[]>`
      with ${messageFacts(tx, request, sql`''::text`)}, counted as materialized (${counted(tx, request)}),
      total as materialized (select count(*)::int as count, coalesce(sum(cents), 0)::bigint as cents,
        count(reacted_at)::int as clicked from counted),
      ${latestFirst(tx, asked)}
      select t.count, t.cents as total, t.clicked, p.id, p.shown_at as at, p.contact_id as "contactId", p.message_id as "messageId",
        p.link_url as "linkUrl", p.goal, case when p.goal = ${ORDER_GOAL} then p.id end as "orderId",
        p.cents as "revenueCents", p.reacted_at as "clickedAt", p.seconds
      from total t left join page p on true
      order by p.shown_at desc, p.id desc`
    const { items, next } = pageOfLatest(rows, asked.limit)
    return {
      items: await nameRows(
        tx,
        items.map(({ count, total, clicked, ...row }) => row),
      ),
      next,
      count: rows[0]?.count ?? 0,
      revenueCents: rows[0]?.total ?? 0,
      clicked: rows[0]?.clicked ?? 0,
    }
  })

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  names.some((each) => each === name)

function counted(tx: Tx, request: FigureRowsRequest) {
  const { figure } = request
  if (figure === 'reactivity') return openersOf(tx)
  if (isOneOf(countedRuns, figure)) return runsOf(tx)
  if (isOneOf(countedMessages, figure)) return messagesOf(tx, request, figure)
  if (isOneOf(countedEvents, figure)) return eventsOf(tx, request, figure)
  return goalsOf(tx, request, figure)
}

const nothingMore = ({ sql }: Tx) =>
  sql`null::text as link_url, null::text as goal, null::bigint as cents, null::timestamptz as reacted_at,
    null::float8 as seconds`

/** Whoever opened, and when they clicked: the first is what reactivity is a share of, the second what it counts. */
const openersOf = ({ sql }: Tx) => sql`
  select message_id as id, opened_at as at, contact_id, message_id, null::text as link_url, null::text as goal,
    null::bigint as cents, clicked_at as reacted_at, null::float8 as seconds
  from each where opened_at is not null`

/** Each run that reached its scenario's own goal. */
const runsOf = (tx: Tx) => tx.sql`
  select o.ref as id, o.at, o.contact_id, o.message_id, ${nothingMore(tx)}
  from own_goals o join each e on e.message_id = o.message_id`

/** A message for each one that something came of, once, at its first time. */
function messagesOf(tx: Tx, { link }: FigureRowsRequest, figure: (typeof countedMessages)[number]) {
  const { sql } = tx
  const { at, holds } = {
    sent: { at: sql`at`, holds: sql`true` },
    delivered: { at: sql`at`, holds: sql`not is_back` },
    uniqueOpens: { at: sql`opened_at`, holds: sql`opened_at is not null` },
    uniqueClicks: { at: sql`clicked_at`, holds: sql`clicked_at is not null` },
    unsubscribed: { at: sql`unsubscribed_at`, holds: sql`unsubscribed_at is not null` },
    complained: { at: sql`complained_at`, holds: sql`complained_at is not null` },
    hardBounced: { at: sql`bounced_at`, holds: sql`is_back and class = 'hard'` },
    softBounced: { at: sql`bounced_at`, holds: sql`is_back and class = 'soft'` },
    blocked: { at: sql`bounced_at`, holds: sql`is_back and class not in ('hard', 'soft')` },
    interactive: { at: sql`at`, holds: sql`act_seconds is not null` },
    withinMinute: { at: sql`at`, holds: sql`act_seconds <= ${INTERACTIVE_WITHIN_SECONDS}` },
  }[figure]
  if (figure === 'uniqueClicks' && link)
    return sql`
      select e.message_id as id, min(h.at) as at, e.contact_id, e.message_id, ${nothingMore(tx)}
      from happened h join each e on e.message_id = h.message_id
      where h.name = 'Email Link Clicked' and ${isLink(tx, link)} group by e.message_id, e.contact_id`
  return sql`
    select message_id as id, ${at} as at, contact_id, message_id, null::text as link_url, null::text as goal,
      null::bigint as cents, null::timestamptz as reacted_at, act_seconds::float8 as seconds
    from each where ${holds}`
}

/** Each act, every time. */
function eventsOf(tx: Tx, { link }: FigureRowsRequest, figure: (typeof countedEvents)[number]) {
  const { sql } = tx
  const name = {
    totalOpens: 'Email Opened',
    totalClicks: 'Email Link Clicked',
    robotOpens: 'Email Prefetched',
    robotClicks: 'Email Link Scanned',
  }[figure]
  return sql`
    select h.id::text as id, h.at, e.contact_id, e.message_id, h.link_url, null::text as goal, null::bigint as cents,
      null::timestamptz as reacted_at, null::float8 as seconds
    from happened h join each e on e.message_id = h.message_id
    where h.name = ${name} and ${link ? isLink(tx, link) : sql`true`}`
}

/** Each goal reached, with the message it is credited to. Revenue is of those that bring money. */
function goalsOf(tx: Tx, { goal }: FigureRowsRequest, figure: (typeof countedGoals)[number]) {
  const { sql } = tx
  return sql`
    select c.ref as id, c.at, c.contact_id, c.message_id, null::text as link_url, c.goal, c.cents,
      null::timestamptz as reacted_at, null::float8 as seconds
    from credits c join each e on e.message_id = c.message_id
    where ${goal ? sql`c.goal = ${goal}` : sql`true`} and ${figure === 'revenueCents' ? sql`c.cents is not null` : sql`true`}`
}

const isLink = ({ sql }: Tx, { url, place }: { url: string; place: number }) =>
  sql`h.link_url = ${url} and h.link_place = ${place}`
