import type { Tx } from '../connection/scope'
import type { SegmentUse } from './segment'

/**
 * What speaks of a segment: other segments; definitions of inactivity; scenarios in their draft, in what is live or scheduled, and in any version
 * somebody still walks. An id is in no text but where it is meant.
 */
export async function segmentUses(
  { sql, workspaceId }: Tx,
  segmentId: string,
): Promise<SegmentUse[]> {
  const mention = `%${segmentId}%`
  return sql<SegmentUse[]>`
    select 'segment' as kind, id, name from segments
    where workspace_id = ${workspaceId} and archived_at is null and id <> ${segmentId} and rule::text like ${mention}
    union all
    select 'inactivity', id, name from inactivity_definitions
    where workspace_id = ${workspaceId} and applies_to::text like ${mention}
    union all
    select 'flow', f.id, f.name from flows f
    where f.workspace_id = ${workspaceId} and (
      f.graph::text like ${mention} or f.settings::text like ${mention} or exists (
        select 1 from flow_versions v
        where v.workspace_id = f.workspace_id and v.flow_id = f.id and v.plan::text like ${mention} and (
          v.version = f.live_version and f.status in ('live', 'paused', 'scheduled') or exists (
            select 1 from enrolments e where e.workspace_id = f.workspace_id and e.flow_id = f.id
              and e.version = v.version and e.state <> 'ended')))
      or exists (
        select 1 from scheduled_acts a where a.workspace_id = f.workspace_id and a.flow_id = f.id
          and a.outcome is null and a.plan::text like ${mention}))
    order by 1, 3, 2`
}
