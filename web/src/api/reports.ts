import type { FigureListName } from '@relance/core/report/message-figure'
import type { ReportStep } from '@relance/core/report/report-spans'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { query, request } from './request'
import type { ContactRef, Page } from './types'

/** What the rows of a report stand for. */
export type ReportGroup = 'mail' | 'node' | 'flow' | 'typology' | 'mode'

/** When the messages of a report were sent: the last local days, or from a local date to before another. */
export interface ReportPeriod {
  days?: number
  from?: string
  to?: string
}

/** One row of a report; without a key, all messages together. */
export interface ReportOf {
  by: ReportGroup
  key?: string
}

export interface GoalFigures {
  goal: string
  conversions: number
  revenueCents: number
  /** Orders, and events whose amount the settings name. */
  bringsRevenue: boolean
}

/** What came of some messages; counts of people but for totals. */
export interface MessageFigures {
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
  /** Sent in answer to an act; within a minute of it; all their seconds from act to sending. */
  interactive: number
  withinMinute: number
  actSeconds: number
  /** Runs that ended with their scenario’s own goal. */
  ownGoals: number
  conversions: number
  revenueCents: number
  /** Orders first, then the workspace's other goals. */
  goals: GoalFigures[]
  robotOpens: number
  robotClicks: number
}

export interface MessageReportRow extends MessageFigures {
  key: string
  name: string
  flowId: string | null
  nodeId: string | null
}

/** What figures were counted with. */
export interface Counting {
  from: string
  to: string
  timeZone: string
  /** Days before a goal within which a click earns its credit. */
  creditDays: number
  creditOpens: boolean
}

export interface MessageReport extends Counting {
  items: MessageReportRow[]
  total: MessageFigures
}

export type SpanFigures = MessageFigures & { from: string; to: string }

export interface ReportBySpan extends Counting {
  every: ReportStep
  items: SpanFigures[]
  total: MessageFigures
  before: SpanFigures
}

/** One message, act or goal that a figure counts. */
export interface FigureRow extends Omit<ContactRef, 'id'> {
  id: string
  at: string
  contactId: string
  messageId: string
  subject: string | null
  linkUrl: string | null
  goal: string | null
  orderId: string | null
  revenueCents: number | null
  /** Of reactivity: when whoever opened also clicked. */
  clickedAt: string | null
  /** Of messages that answer an act: from the act to the sending. */
  seconds: number | null
}

/** A figure, and of which messages. */
export interface FigureAsked extends ReportPeriod {
  by?: ReportGroup
  key?: string
  figure: FigureListName
  /** Of conversions: the event of one goal. */
  goal?: string
  /** Of clicks: one link, and which of several to its address. */
  url?: string
  place?: number
}

const kept = <T>(before: T | undefined) => before

export const messageReportQuery = (by: ReportGroup, period: ReportPeriod) =>
  queryOptions({
    queryKey: ['message-report', by, period],
    queryFn: () =>
      request<MessageReport>('GET', `/api/reports/messages${query({ by, ...period })}`),
    placeholderData: kept<MessageReport>,
  })

/** Day by day, week by week or month by month; without `every`, whatever can be read. */
export const reportBySpanQuery = (of: ReportOf, period: ReportPeriod, every?: ReportStep) =>
  queryOptions({
    queryKey: ['message-report', 'spans', of, period, every ?? null],
    queryFn: () =>
      request<ReportBySpan>(
        'GET',
        `/api/reports/messages/periods${query({ ...of, ...period, every })}`,
      ),
    placeholderData: kept<ReportBySpan>,
  })

/** The list behind a figure, the latest first. */
export const figureRowsQuery = (asked: FigureAsked) =>
  infiniteQueryOptions({
    queryKey: ['message-report', 'rows', asked],
    queryFn: ({ pageParam }) =>
      request<
        Page<FigureRow> & Counting & { count: number; revenueCents: number; clicked: number }
      >('GET', `/api/reports/messages/rows${query({ ...asked, cursor: pageParam, limit: 50 })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** A link of a mail, and which of those to its address it is. */
export interface MailLink {
  url: string
  place: number
}

export interface LinkFigures extends MailLink {
  uniqueClicks: number
  totalClicks: number
  robotClicks: number
  /** Of all clicks of people, from 0 to 1. */
  share: number
}

export interface LinkReport extends Counting {
  locale: string | null
  locales: string[]
  totalClicks: number
  /** The most clicked first. */
  items: LinkFigures[]
  /** The latest of the mails, made harmless; `data-link` of its links is their place in `links`. */
  picture:
    | (Omit<ContactRef, 'id' | 'externalId'> & {
        contactId: string
        messageId: string
        subject: string
        html: string
        links: MailLink[]
      })
    | null
}

/** What people clicked in the messages of one row, link by link; without a language, in the most sent. */
export const linkReportQuery = (of: Required<ReportOf>, period: ReportPeriod, locale?: string) =>
  queryOptions({
    queryKey: ['message-report', 'links', of, period, locale ?? null],
    queryFn: () =>
      request<LinkReport>(
        'GET',
        `/api/reports/messages/links${query({ ...of, ...period, locale })}`,
      ),
    placeholderData: kept<LinkReport>,
  })
