import { queryOptions } from '@tanstack/react-query'
import { query, request } from './request'

/** What the rows of a report stand for. */
export type ReportGroup = 'mail' | 'node' | 'flow' | 'typology'

/** What came of some messages; counts of people but for totals. */
export interface MessageFigures {
  key: string
  name: string
  flowId: string | null
  nodeId: string | null
  sent: number
  delivered: number
  uniqueOpens: number
  totalOpens: number
  uniqueClicks: number
  totalClicks: number
  /** Unique clicks of unique opens; null: nobody opened. */
  reactivity: number | null
  unsubscribed: number
  complained: number
  hardBounced: number
  softBounced: number
  blocked: number
  conversions: number
  revenueCents: number
  robotOpens: number
  robotClicks: number
}

export interface MessageReport {
  from: string
  to: string
  /** Days before an order within which a click earns its credit. */
  creditDays: number
  items: MessageFigures[]
}

/** Of what was sent in the last so many days. */
export const messageReportQuery = (by: ReportGroup, days: number) =>
  queryOptions({
    queryKey: ['message-report', by, days],
    queryFn: () => request<MessageReport>('GET', `/api/reports/messages${query({ by, days })}`),
    placeholderData: (before: MessageReport | undefined) => before,
  })
