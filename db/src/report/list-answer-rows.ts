import type { AnswerFigureName } from '@relance/core/report/answer-figure'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { Page, PageRequest } from '../page/page'
import { type AnswerFactsRequest, answerFacts } from './answer-facts'
import { latestFirst, pageOfLatest } from './latest-first'
import { type Named, nameRows } from './name-rows'

interface Counted {
  /** Of the answer, or the order. */
  id: string
  /** When the answer came; of orders, when it was placed. */
  at: Date
  contactId: string
  /** The mail that was answered. */
  messageId: string
  /** From the answer's arrival until it was marked as done; null: it waits, or the row is an order. */
  seconds: number | null
  orderId: string | null
  revenueCents: number | null
}

/** Of the whole list. */
interface Sums {
  count: number
  total: number
}

/** One answer or order that a figure counts, with whom it is of. */
export type AnswerRow = Named<Counted>

export interface AnswerRows extends Page<AnswerRow> {
  /** Of the whole list: as many as the figure says, and as much. */
  count: number
  revenueCents: number
}

export interface AnswerRowsRequest extends AnswerFactsRequest {
  figure: AnswerFigureName
}

/** What a figure of answers counts, the latest first. */
export const listAnswerRows = (
  scope: Scope | Tx,
  request: AnswerRowsRequest,
  asked: PageRequest,
): Promise<AnswerRows> =>
  inTransaction(scope, async (tx) => {
    const { sql } = tx
    const rows = await sql<(Counted & Sums)[]>`
      with ${answerFacts(tx, request)}, counted as materialized (${counted(tx, request.figure)}),
      total as materialized (
        select count(*)::int as count, coalesce(sum(cents), 0)::bigint as total from counted
      ), ${latestFirst(tx, asked)}
      select t.count, t.total, p.id, p.shown_at as at, p.contact_id as "contactId", p.message_id as "messageId",
        p.seconds, p.order_id as "orderId", p.cents as "revenueCents"
      from total t left join page p on true
      order by p.shown_at desc, p.id desc`
    const { items, next } = pageOfLatest(rows, asked.limit)
    return {
      items: await nameRows(
        tx,
        items.map(({ count, total, ...row }) => row),
      ),
      next,
      count: rows[0]?.count ?? 0,
      revenueCents: rows[0]?.total ?? 0,
    }
  })

function counted({ sql }: Tx, figure: AnswerFigureName) {
  if (figure === 'orders')
    return sql`
      select ref as id, at, contact_id, message_id, null::float8 as seconds, ref as order_id, cents from ordered`
  const holds = {
    replies: sql`true`,
    answered: sql`seconds is not null`,
    due: sql`is_due`,
  }[figure]
  return sql`
    select id::text as id, at, contact_id, message_id, seconds, null::text as order_id, null::bigint as cents
    from replies where ${holds}`
}
