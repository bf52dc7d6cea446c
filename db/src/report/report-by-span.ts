import type { Span } from '@relance/core/report/report-spans'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { FactsRequest } from './message-facts'
import { type MessageFigures, messageFigures } from './message-figures'
import { sumFigures } from './sum-figures'

/** Figures of the messages sent in a span of time. */
export type SpanFigures = MessageFigures & Span

export interface ReportBySpan {
  spans: SpanFigures[]
  /** Of all spans together. */
  total: MessageFigures
  /** Of the span they are compared with. */
  before: SpanFigures
}

/**
 * What came of the messages sent in each of some spans that follow each other, and of those sent in an earlier one.
 * All are read at once, until now: the earlier span's messages have had longer to be opened.
 */
export const reportBySpan = (
  scope: Scope,
  { spans, before, ...request }: Omit<FactsRequest, keyof Span> & { spans: Span[]; before: Span },
): Promise<ReportBySpan> =>
  inTransaction(scope, async (tx) => {
    const to = spans.at(-1)?.to ?? before.to
    const edges = [before.from, before.to, ...spans.map(({ from }) => from)].map((at) =>
      at.toISOString(),
    )
    const place = tx.sql`width_bucket(m.at, ${edges}::timestamptz[])::text`
    const rows = await messageFigures(tx, { ...request, from: before.from, to }, place)
    const figures = new Map(rows.map(({ key, flowId, nodeId, templateId, ...row }) => [key, row]))
    const ofPlace = (place: number) => figures.get(String(place)) ?? sumFigures([])
    // Places count from 1: the span before, what lies between, then one span after the other.
    const counted = spans.map((span, i) => ({ ...span, ...ofPlace(i + 3) }))
    return {
      spans: counted,
      total: sumFigures(counted),
      before: { ...before, ...ofPlace(1) },
    }
  })
