import { createHash } from 'node:crypto'
import { AppError } from '@relance/core/error/app-error'
import type { Plan } from '@relance/core/plan/plan'
import {
  type ApprovalKind,
  approvalKinds,
  approvalSubjects,
} from '@relance/core/sending/approval-subjects'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** What has to be approved of a plan, each by a digest of what is looked at. */
export type NeededApprovals = Record<ApprovalKind, string>

/** Somebody's word for one of the two; `by` is null for a script. */
export interface Approval {
  kind: ApprovalKind
  at: Date
  by: string | null
}

/** What has to be approved before a plan is published; null where nothing has to be. */
export function neededApprovals(plan: Plan): NeededApprovals | null {
  const subjects = approvalSubjects(plan)
  if (!subjects) return null
  return { content: digestOf(subjects.content), target: digestOf(subjects.target) }
}

const digestOf = (subject: unknown) =>
  createHash('sha256').update(JSON.stringify(subject)).digest('base64url')

/** Approves the content or the target of a plan as it is now, under the name of whoever asks. Again: nothing changes. */
export const approve = (
  scope: Scope | Tx,
  flowId: string,
  approved: { kind: ApprovalKind; digest: string },
): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { now } = await getClock(tx)
    await tx.sql`
      insert into flow_approvals (workspace_id, flow_id, kind, digest, by, approved_at)
      values (${tx.workspaceId}, ${flowId}, ${approved.kind}, ${approved.digest}, ${scope.actor ?? null}, ${now})
      on conflict do nothing`
  })

/** Which of the needed approvals are there. */
export const listApprovals = (
  scope: Scope | Tx,
  flowId: string,
  needed: NeededApprovals,
): Promise<Approval[]> =>
  inTransaction(
    scope,
    async (tx) => tx.sql<Approval[]>`
      select a.kind, a.approved_at as at, u.name as by from flow_approvals a
      left join auth.users u on 'user:' || u.id = a.by
      where a.workspace_id = ${tx.workspaceId} and a.flow_id = ${flowId}
        and (a.kind, a.digest) in (('content', ${needed.content}), ('target', ${needed.target}))
      order by a.kind`,
  )

/** Throws AppError conflict with `reason: "not-approved"` and what is `missing`, where an approval is. */
export async function requireApprovals(
  tx: Tx,
  flowId: string,
  needed: NeededApprovals,
): Promise<void> {
  const there = new Set((await listApprovals(tx, flowId, needed)).map(({ kind }) => kind))
  const missing = approvalKinds.filter((kind) => !there.has(kind))
  if (missing.length === 0) return
  throw new AppError('conflict', 'Content and target must be approved before this is sent.', {
    reason: 'not-approved',
    missing,
  })
}
