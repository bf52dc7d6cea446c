import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { lockDraft } from '../flow/lock-draft'
import type { PublishRequest } from '../flow/publish-flow'
import { requireApprovals } from '../sending/approvals'
import { putAct } from './put-act'
import type { ConfirmedCheck } from './scheduled-act'

/** Publishing as it was asked for, and when it is to happen. */
export interface StartRequest extends PublishRequest {
  at: Date
  sendsForReal: boolean
  /** Its saved checks, as they came out just now. */
  checks?: ConfirmedCheck[]
}

/**
 * Keeps a draft, its plan and all that was chosen until `at`, when it goes live by itself. Replaces what was scheduled.
 * @throws AppError invalid with `field: "startAt"`, and what publishing it now would be refused for
 */
export const scheduleStart = (scope: Scope, request: StartRequest): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { draft, plan, at, people, alsoPast, targets, spread, note, sendsForReal, checks } =
      request
    await holdWorkspace(tx)
    await lockDraft(tx, draft)
    if (request.needs) await requireApprovals(tx, draft.flowId, request.needs)
    await tx.sql`
      update flows set cancelled_at = null, cancelled_by = null
      where workspace_id = ${tx.workspaceId} and id = ${draft.flowId} and cancelled_at is not null`
    const choices = { alsoPast, targets, spread, note, sendsForReal, checks }
    await putAct(tx, draft.flowId, { act: 'start', at, people, start: { draft, plan, choices } })
  })
