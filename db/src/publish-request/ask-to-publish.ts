import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { FLOW_GONE } from '../flow/flow'

/**
 * Asks publishers for a flow's draft as it is; one that was still open is asked anew instead.
 * @throws AppError not-found, conflict where the draft is no longer of that revision
 */
export const askToPublish = (
  scope: Scope,
  flowId: string,
  { revision, note }: { revision: number; note: string },
): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const [flow] = await tx.sql<{ revision: number; drawn: string }[]>`
      select revision, md5(graph::text || settings::text) as drawn from flows
      where workspace_id = ${tx.workspaceId} and id = ${flowId} for update`
    if (!flow) throw new AppError('not-found', FLOW_GONE)
    if (flow.revision !== revision)
      throw new AppError('conflict', 'The draft has changed since you read it.')
    const { now } = await getClock(tx)
    await tx.sql`
      insert into publish_requests (workspace_id, id, flow_id, revision, drawn, note, asked_by, asked_at)
      values (${tx.workspaceId}, ${newId()}, ${flowId}, ${revision}, ${flow.drawn}, ${note.trim() || null},
        ${tx.actor ?? null}, ${now})
      on conflict (workspace_id, flow_id) where answer is null do update set revision = excluded.revision,
        drawn = excluded.drawn, note = excluded.note, asked_by = excluded.asked_by, asked_at = excluded.asked_at`
  })
