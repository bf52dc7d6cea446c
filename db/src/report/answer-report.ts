import { ANSWERED_WITHIN_HOURS } from '@relance/core/report/answer-figure'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type AnswerFactsRequest, answerFacts } from './answer-facts'

/** What came of the answers that people gave to mails in a period, until now. */
export interface AnswerFigures {
  replies: number
  /** Those that a person has seen to. */
  answered: number
  /** From an answer's arrival until it was marked as done, for the middle one of those; null: none was. */
  medianSeconds: number | null
  /** Those seen to, or waiting for over 48 hours: what a share of those in time can be told of. */
  due: number
  /** Seen to within 48 hours. */
  inTime: number
  /** Placed after an answer, within the workspace's window of credit; each counts once, after the last one before it. */
  orders: number
  revenueCents: number
}

const WITHIN_SECONDS = ANSWERED_WITHIN_HOURS * 3_600

/** The figures of the answers that came from `from` on and before `to`. Each is as long as its list (`list-answer-rows.ts`). */
export const answerReport = (
  scope: Scope | Tx,
  request: AnswerFactsRequest,
): Promise<AnswerFigures> =>
  inTransaction(scope, async (tx) => {
    const [figures] = await tx.sql<AnswerFigures[]>`
      with ${answerFacts(tx, request)}
      select count(*)::int as replies, count(seconds)::int as answered,
        percentile_cont(0.5) within group (order by seconds) as "medianSeconds",
        count(*) filter (where is_due)::int as due,
        count(*) filter (where seconds <= ${WITHIN_SECONDS})::int as "inTime",
        (select count(*)::int from ordered) as orders,
        (select coalesce(sum(cents), 0)::bigint from ordered) as "revenueCents"
      from replies`
    if (!figures) throw new Error('a count has one row')
    return figures
  })
