import type { Tx } from '../connection/scope'
import type { PublishRequestMade } from './publish-request'

/** Requests with the names of who made and answered them, newest first: of one flow, or all that are open. */
export const selectRequests = (
  tx: Tx,
  { flowId = null, limit }: { flowId?: string | null; limit: number },
) => tx.sql<PublishRequestMade[]>`
  select r.id, r.flow_id as "flowId", f.name as "flowName", r.revision,
    r.drawn = md5(f.graph::text || f.settings::text) as "isCurrent",
    r.note, asker.name as "askedBy", r.asked_at as "askedAt",
    r.answer, answerer.name as "answeredBy", r.answered_at as "answeredAt", r.reason
  from publish_requests r
  join flows f on f.workspace_id = r.workspace_id and f.id = r.flow_id
  left join auth.users asker on 'user:' || asker.id = r.asked_by
  left join auth.users answerer on 'user:' || answerer.id = r.answered_by
  where r.workspace_id = ${tx.workspaceId}
    and case when ${flowId}::uuid is null then r.answer is null else r.flow_id = ${flowId}::uuid end
  order by r.asked_at desc, r.id desc limit ${limit}`
