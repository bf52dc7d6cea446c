import type { Draft } from '@relance/core/graph/draft'
import type { Plan } from '@relance/core/plan/plan'
import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { openIntake } from '../due/intakes'
import { drawLine, retireTriggers, takeMembers } from '../due/replace-trigger'
import { ring } from '../outbox/wake'
import { closeRequest } from '../publish-request/answer-request'
import { closeActs } from '../scheduled-act/close-acts'
import { type NeededApprovals, requireApprovals } from '../sending/approvals'
import { resumeQueued } from '../sending/pause-queued'
import { countEntering } from './count-entering'
import { lockDraft, lockFlow } from './lock-draft'
import { letPeopleLeave, movePeople, type PeopleChoice, wakeInside } from './settle-people'
import { spreadMoved } from './spread-moved'

export interface PublishRequest {
  draft: Draft
  /** Compiled from that draft; its version number is given here. */
  plan: Plan
  people: PeopleChoice
  /** A time trigger also takes those who are past its line already. */
  alsoPast?: boolean
  /** For `move`: where the people of a removed step go. */
  targets?: Record<string, string>
  /** For `move`: how long (ISO duration) to spread those over whose wait is over by the new plan; left out: they go on at once. */
  spread?: string
  by?: string
  /** What is said of the version, for whoever reads the list later. */
  note?: string
  /** What somebody must have approved before: see `neededApprovals`. */
  needs?: NeededApprovals | null
  /** When it was scheduled: what was kept then goes live, whatever the draft is by now. */
  scheduledAt?: Date
}

/** Freezes a plan as the next version, makes it live, and settles the people inside. */
export function publishFlow(
  scope: Scope | Tx,
  request: PublishRequest,
): Promise<{ version: number; entered: number }> {
  return inTransaction(scope, async (tx) => {
    const { draft } = request
    await holdWorkspace(tx)
    const { latest, status, pausedAt } = request.scheduledAt
      ? await lockFlow(tx, draft.flowId)
      : await lockDraft(tx, draft)
    if (request.needs) await requireApprovals(tx, draft.flowId, request.needs)
    const { now, timeZone } = await getClock(tx)
    const plan: Plan = { ...request.plan, flowId: draft.flowId, version: latest + 1 }
    await tx.sql`
      insert into flow_versions (workspace_id, flow_id, version, plan, graph, positions, settings, published_by, published_at, note,
        scheduled_at)
      values (${tx.workspaceId}, ${draft.flowId}, ${plan.version}, ${JSON.stringify(plan)},
        ${JSON.stringify(draft.graph)}, ${JSON.stringify(draft.positions)}, ${JSON.stringify(draft.settings)},
        ${request.by ?? null}, ${now}, ${request.note?.trim() || null}, ${request.scheduledAt ?? null})`
    await tx.sql`
      update flows set latest = ${plan.version}, live_version = ${plan.version}, status = 'live', paused_at = null,
        cancelled_at = null, cancelled_by = null
      where workspace_id = ${tx.workspaceId} and id = ${draft.flowId}`
    await closeRequest(tx, draft.flowId, { answer: 'published', upTo: draft.revision })
    await closeActs(tx, draft.flowId, 'start', { onlyFailed: true })
    await retireTriggers(tx, draft.flowId)
    const zone = plan.settings.timeZone ?? timeZone
    const rule = await drawLine(tx, plan, now, zone)
    if (request.people === 'leave') await letPeopleLeave(tx, draft.flowId, now)
    if (request.people === 'move') {
      await movePeople(tx, plan, request.targets ?? {})
      if (request.spread) await spreadMoved(tx, plan, { over: request.spread, now, timeZone: zone })
    }
    // Publishing ends a pause: whoever it held back goes on.
    if (status === 'paused') {
      await resumeQueued(tx, draft.flowId, { now, pausedAt })
      await wakeInside(tx, draft.flowId)
    }
    const entered = request.alsoPast ? ((await countEntering(tx, plan)) ?? 0) : 0
    if (request.alsoPast && rule && rule.kind !== 'schedule') await openIntake(tx, rule, now)
    if (request.alsoPast) await takeMembers(tx, plan, now)
    await ring(tx, 'publish')
    return { version: plan.version, entered }
  })
}
