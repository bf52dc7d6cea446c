import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { getEnrolment } from '../stats/list-enrolments'
import type { TimelineItem } from './list-timeline'
import { listTrace, type TraceView } from './list-trace'

/** More than this of a kind is not told: a page holds no more. The first ones are. */
const MOST = 500
/** What we write ourselves of a customer: it is no deed of theirs. */
const OURS = [
  ...['Email Sent', 'Email Delivered', 'Email Bounced', 'Score Changed', 'Became At Risk'],
  ...['Entered Segment', 'Left Segment'],
]

/** A message of a run that was sent. */
export interface SentMessage {
  id: string
  nodeId: string
  visit: number
  subject: string | null
  sentAt: Date
}

export interface Journey {
  trace: TraceView[]
  /** What the customer did meanwhile, oldest first: visits, and events of theirs. */
  deeds: TimelineItem[]
  sent: SentMessage[]
}

/** A run with what its customer did from its anchor to its end. Throws AppError not-found. */
export const readJourney = (scope: Scope, enrolmentId: string): Promise<Journey> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    const { contactId, anchorAt, enteredAt, endedAt } = await getEnrolment(tx, enrolmentId)
    const from = new Date(Math.min(anchorAt.getTime(), enteredAt.getTime()))
    const [{ items: trace }, sessions, events, sent] = await Promise.all([
      listTrace(tx, enrolmentId, { limit: MOST }),
      sql<TimelineItem[]>`
        select id, started_at as at, 'session' as kind, jsonb_build_object('lastAt', last_at, 'pages', pages,
          'sections', sections, 'landingPath', landing_path, 'referrer', referrer) as source
        from web_sessions where workspace_id = ${workspaceId} and contact_id = ${contactId}
          and started_at >= ${from} and started_at <= coalesce(${endedAt}::timestamptz, 'infinity')
        order by started_at limit ${MOST}`,
      sql<TimelineItem[]>`
        select id, at, 'event' as kind, jsonb_build_object('name', name, 'properties', properties) as source
        from events where workspace_id = ${workspaceId} and contact_id = ${contactId} and type = 'track'
          and name <> all(${OURS}) and at >= ${from} and at <= coalesce(${endedAt}::timestamptz, 'infinity')
        order by at, id limit ${MOST}`,
      sql<SentMessage[]>`
        select id, node_id as "nodeId", visit, subject, sent_at as "sentAt" from messages
        where workspace_id = ${workspaceId} and enrolment_id = ${enrolmentId} and state = 'sent' order by sent_at`,
    ])
    return { trace, deeds: [...sessions, ...events], sent }
  })
