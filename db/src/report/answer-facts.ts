import { ANSWERED_WITHIN_HOURS } from '@relance/core/report/answer-figure'
import type { Span } from '@relance/core/report/report-spans'
import type { Tx } from '../connection/scope'

/** The answers a report is about, and for how many days of 24 hours an order after one counts. */
export interface AnswerFactsRequest extends Span {
  creditDays: number
}

const DAY_HOURS = 24

/**
 * Common table expressions that every figure of answers and every list behind one is made of, so that the two cannot
 * differ:
 * - `replies`: a row for each answer that came in the period, with `seconds` from its arrival until it was marked as
 *   done, null while it is not; `is_due`: seen to, or waiting for longer than 48 hours already;
 * - `ordered`: each order within `creditDays` after an answer, once, with the last answer before it. Refunded whole, it
 *   is none.
 *
 * “Done” is what ends the wait, not a mail of ours: people answer from their own mailbox, by phone or at a counter, and
 * only their word says that they did. One opened again waits again. Out-of-office replies are never kept as answers.
 */
export const answerFacts = (
  { sql, workspaceId }: Tx,
  { from, to, creditDays }: AnswerFactsRequest,
) => sql`
  since as materialized (
    select a.id, c.id as contact_id, a.message_id, a.received_at as at, a.done_at
    from answers a
    join contacts written on written.workspace_id = a.workspace_id and written.id = a.contact_id
    join contacts c on c.workspace_id = a.workspace_id
      and c.id = case when written.merged_into is null then written.id else written.merged_into end
    where a.workspace_id = ${workspaceId} and a.received_at >= ${from}
  ), replies as materialized (
    select s.*, extract(epoch from s.done_at - s.at)::float8 as seconds,
      s.done_at is not null
        or s.at <= workspace_now(${workspaceId}) - make_interval(hours => ${ANSWERED_WITHIN_HOURS}) as is_due
    from since s where s.at < ${to}
  ), ordered as materialized (
    select o.* from (
      select distinct on (o.order_id) o.order_id as ref, o.contact_id, o.at, s.id as answer_id, s.message_id,
        s.at as answered_at, o.revenue_cents - o.refunded_cents as cents
      from since s
      join orders o on o.workspace_id = ${workspaceId} and o.contact_id = s.contact_id and o.at > s.at
        and o.at <= s.at + make_interval(hours => ${creditDays * DAY_HOURS})
      where o.refunded_cents = 0 or o.refunded_cents < o.revenue_cents
      order by o.order_id, s.at desc, s.id desc
    ) o
    -- An answer after the period has the better claim.
    where o.answered_at < ${to}
  )`
