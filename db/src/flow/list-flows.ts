import type { Draft } from '@relance/core/graph/draft'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import type { Scheduled } from '../scheduled-act/scheduled-act'
import { nothingScheduled, scheduledOf } from '../scheduled-act/scheduled-of'
import { standingOf } from '../sending/standing-of'
import type { Flow } from './flow'

const FIGURES_OVER = '30 days'

export interface ListedFlow
  extends Pick<Flow, 'id' | 'name' | 'status' | 'version' | 'inside' | 'sending'> {
  draft: Draft
  /** The draft differs from what is live. */
  hasChanges: boolean
  /** Over the last 30 days of the workspace's clock. */
  entered: number
  converted: number
  /** People whose run stopped at a fault. */
  attention: number
  editedAt: Date
  scheduled: Scheduled
  /** Cancelled before its first sending. */
  isCancelled: boolean
}

type Row = Omit<ListedFlow, 'draft' | 'scheduled'> & Draft

/** The workspace's flows, newest first, with their figures. */
export const listFlows = (
  scope: Scope,
  { cursor, limit }: PageRequest,
): Promise<Page<ListedFlow>> =>
  inTransaction(scope, async (tx) => {
    const after = readCursor(cursor, 1)?.[0] ?? null
    const { now } = await getClock(tx)
    const rows = await tx.sql<Row[]>`
      select f.id, f.id as "flowId", f.name, f.status, f.live_version as version, f.revision, f.graph, f.positions,
        f.settings, f.edited_at as "editedAt", n.inside, n.entered, n.converted, n.attention,
        ${standingOf(tx)} as sending, f.cancelled_at is not null as "isCancelled",
        (f.live_version is null or f.graph <> v.graph or f.settings <> v.settings) as "hasChanges"
      from flows f
      left join flow_versions v
        on v.workspace_id = f.workspace_id and v.flow_id = f.id and v.version = f.live_version
      cross join lateral (
        select count(*) filter (where e.state <> 'ended')::int as inside,
          count(*) filter (where e.entered_at > ${now}::timestamptz - ${FIGURES_OVER}::interval)::int as entered,
          count(*) filter (where e.end_reason = 'goal'
            and e.ended_at > ${now}::timestamptz - ${FIGURES_OVER}::interval)::int as converted,
          count(*) filter (where e.state = 'attention')::int as attention
        from enrolments e where e.workspace_id = f.workspace_id and e.flow_id = f.id) n
      where f.workspace_id = ${tx.workspaceId} and (${after}::uuid is null or f.id < ${after}::uuid)
      order by f.id desc limit ${limit + 1}`
    const page = pageOf(rows, limit, (row) => [row.id])
    const scheduled = await scheduledOf(
      tx,
      page.items.map(({ id }) => id),
    )
    const items = page.items.map((row) => ({
      ...withDraft(row),
      scheduled: scheduled.get(row.id) ?? nothingScheduled,
    }))
    return { ...page, items }
  })

function withDraft({ flowId, revision, graph, positions, settings, ...flow }: Row) {
  return { ...flow, draft: { flowId, revision, graph, positions, settings } }
}
