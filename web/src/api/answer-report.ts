import type { AnswerFigureName } from '@relance/core/report/answer-figure'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ReportPeriod } from './reports'
import { query, request } from './request'
import type { ContactRef, Page } from './types'

interface Counting {
  from: string
  to: string
  timeZone: string
  /** For so many days after an answer an order counts. */
  creditDays: number
  /** A person is to have seen to an answer by then. */
  withinHours: number
}

/** What came of the answers of a period. */
export interface AnswerFigures extends Counting {
  replies: number
  answered: number
  /** From arrival to “done”, the middle one; null: none is done. */
  medianSeconds: number | null
  /** Done, or waiting for longer than `withinHours`. */
  due: number
  inTime: number
  orders: number
  revenueCents: number
}

/** One answer or order that a figure counts. */
export interface AnswerRow extends Omit<ContactRef, 'id'> {
  id: string
  at: string
  contactId: string
  messageId: string
  subject: string | null
  /** From arrival to “done”; null: it waits, or the row is an order. */
  seconds: number | null
  orderId: string | null
  revenueCents: number | null
}

/** Of the answers that came in a period. */
export const answerReportQuery = (period: ReportPeriod) =>
  queryOptions({
    queryKey: ['answers', 'report', period],
    queryFn: () => request<AnswerFigures>('GET', `/api/reports/answers${query({ ...period })}`),
    placeholderData: (before: AnswerFigures | undefined) => before,
  })

/** The list behind a figure of answers, the latest first. */
export const answerRowsQuery = (figure: AnswerFigureName, period: ReportPeriod) =>
  infiniteQueryOptions({
    queryKey: ['answers', 'rows', figure, period],
    queryFn: ({ pageParam }) =>
      request<Page<AnswerRow> & Counting & { count: number; revenueCents: number }>(
        'GET',
        `/api/reports/answers/rows${query({ ...period, figure, cursor: pageParam, limit: 50 })}`,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
