import { z } from 'zod'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import { isTold } from './is-told'

export const timelineKinds = ['event', 'message', 'session', 'step'] as const
export const timelineKind = z.enum(timelineKinds)
export type TimelineKind = z.infer<typeof timelineKind>

/** One thing that happened to a contact; `source` is the row it comes from, its keys in camelCase. */
export interface TimelineItem {
  id: string
  at: Date
  kind: TimelineKind
  source: Record<string, unknown>
}

/** What happened to a contact, newest first. Pages are told by their session. */
export const listTimeline = (
  scope: Scope,
  contactId: string,
  kinds: readonly TimelineKind[],
  { cursor, limit }: PageRequest,
): Promise<Page<TimelineItem>> =>
  inTransaction(scope, async (tx) => {
    const before = readCursor(cursor, 2)
    const rest: Rest = (at) =>
      before
        ? tx.sql`and (${tx.sql.unsafe(at)}, ${tx.sql`x.id`}) < (${String(before[0])}::timestamptz, ${String(before[1])}::uuid)`
        : tx.sql``
    const selects = kinds.map((kind) => tx.sql`(${SELECTS[kind](tx, contactId, rest, limit + 1)})`)
    const [first, ...others] = selects
    if (!first) return { items: [], next: null }
    const all = others.reduce((union, select) => tx.sql`${union} union all ${select}`, first)
    const rows = await tx.sql<TimelineItem[]>`
      select id, at, kind, source from (${all}) t order by at desc, id desc limit ${limit + 1}`
    return pageOf(rows, limit, (row) => [row.at.toISOString(), row.id])
  })

type Fragment = ReturnType<Tx['sql']>
type Rest = (at: string) => Fragment
type Select = (tx: Tx, contactId: string, rest: Rest, limit: number) => Fragment

const SELECTS: Record<TimelineKind, Select> = {
  event: ({ sql, workspaceId }, contactId, rest, limit) => sql`
    select x.id, x.at, 'event' as kind, jsonb_build_object('name', x.name, 'type', x.type, 'properties', x.properties,
      'source', x.source, 'warnings', x.warnings, 'receivedAt', x.received_at) as source
    from events x where x.workspace_id = ${workspaceId} and x.contact_id = ${contactId} and x.type <> 'page'
      ${rest('x.at')} order by x.at desc, x.id desc limit ${limit}`,
  message: ({ sql, workspaceId }, contactId, rest, limit) => sql`
    select x.id, coalesce(x.sent_at, x.queued_at) as at, 'message' as kind, jsonb_build_object('messageId', x.id, 'state', x.state,
      'reason', x.reason, 'channel', x.channel, 'subject', x.subject, 'flowId', x.flow_id, 'flowName', f.name,
      'nodeId', x.node_id, 'enrolmentId', x.enrolment_id, 'templateId', x.template_id, 'templateName', m.name,
      'queuedAt', x.queued_at, 'sentAt', x.sent_at) as source
    from messages x join flows f on f.workspace_id = x.workspace_id and f.id = x.flow_id
    left join mail_templates m on m.workspace_id = x.workspace_id and m.id = x.template_id
    where x.workspace_id = ${workspaceId} and x.contact_id = ${contactId} ${rest('coalesce(x.sent_at, x.queued_at)')}
    order by 2 desc, 1 desc limit ${limit}`,
  session: ({ sql, workspaceId }, contactId, rest, limit) => sql`
    select x.id, x.started_at as at, 'session' as kind, jsonb_build_object('lastAt', x.last_at, 'pages', x.pages,
      'sections', x.sections, 'landingPath', x.landing_path, 'referrer', x.referrer) as source
    from web_sessions x where x.workspace_id = ${workspaceId} and x.contact_id = ${contactId} ${rest('x.started_at')}
    order by x.started_at desc, x.id desc limit ${limit}`,
  step: ({ sql, workspaceId }, contactId, rest, limit) => sql`
    select x.id, x.at, 'step' as kind, jsonb_build_object('kind', x.kind, 'code', x.code, 'params', x.params,
      'seen', x.seen, 'exit', x.exit, 'nextNode', x.next_node, 'nodeId', x.node_id, 'visit', x.visit,
      'enrolmentId', x.enrolment_id, 'flowId', x.flow_id, 'flowName', f.name, 'burst', x.burst,
      'nodeType', v.plan->'nodes'->x.node_id->>'type', 'version', e.version) as source
    from trace x join flows f on f.workspace_id = x.workspace_id and f.id = x.flow_id
    left join enrolments e on e.workspace_id = x.workspace_id and e.id = x.enrolment_id
    left join flow_versions v on v.workspace_id = e.workspace_id and v.flow_id = e.flow_id and v.version = e.version
    where x.workspace_id = ${workspaceId} and x.contact_id = ${contactId} and ${isTold({ sql }, 'x')} ${rest('x.at')}
    order by x.at desc, x.id desc limit ${limit}`,
}
