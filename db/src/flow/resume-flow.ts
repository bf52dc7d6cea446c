import { AppError } from '@relance/core/error/app-error'
import { duration } from '@relance/core/time/duration'
import { z } from 'zod'
import { getClock } from '../clock/workspace-clock'
import { holdWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { ring } from '../outbox/wake'
import { passOver } from '../sending/pass-over'
import { resumeQueued } from '../sending/pause-queued'
import { dealt, shareOf } from './deal-out'
import { wakeInside } from './settle-people'

/** What to do with instants that passed in the pause: at once, spread over a while, or skipped when too late. */
export const overdueChoice = z.object({
  mode: z.enum(['now', 'spread', 'skip']).default('spread'),
  over: duration.default('PT1H'),
  laterThan: duration.optional(),
})
export type OverdueChoice = z.infer<typeof overdueChoice>

/** Lets everybody go on. Overdue people are woken as chosen; the others' waits have run on meanwhile. */
export function resumeFlow(scope: Scope, flowId: string, overdue: OverdueChoice): Promise<void> {
  return inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { now } = await getClock(tx)
    const rows = await tx.sql<{ pausedAt: Date | null }[]>`
      update flows set status = 'live', resume = ${JSON.stringify({ ...overdue, at: now.toISOString() })}
      where workspace_id = ${tx.workspaceId} and id = ${flowId} and status = 'paused' returning paused_at as "pausedAt"`
    const [flow] = rows
    if (!flow) throw new AppError('conflict', 'Only a paused scenario can be resumed.')
    await resumeQueued(tx, flowId, { now, pausedAt: flow.pausedAt })
    if (overdue.mode === 'spread') await spread(tx, flowId, overdue.over, now)
    if (overdue.mode === 'skip') {
      await skipLate(tx, flowId, overdue.laterThan ?? 'P2D', now)
      await passOver(tx, flowId, overdue.laterThan ?? 'P2D')
    }
    await wakeInside(tx, flowId)
    await ring(tx, 'resume')
  })
}

/** Deals overdue instants out evenly, the longest overdue first. */
async function spread(tx: Tx, flowId: string, over: string, now: Date): Promise<void> {
  await tx.sql`
    with late as (
      select id, ${shareOf(tx, tx.sql`due_at`)} as share from enrolments
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state = 'waiting' and due_at <= ${now})
    update enrolments e set due_at = ${dealt(tx, now, over)}
    from late where e.workspace_id = ${tx.workspaceId} and e.id = late.id`
  await tx.sql`
    with late as (
      select id, ${shareOf(tx, tx.sql`send_at`)} as share from messages
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state = 'queued'
        and held_by is null and send_at <= ${now})
    update messages m set send_at = ${dealt(tx, now, over)}
    from late where m.workspace_id = ${tx.workspaceId} and m.id = late.id`
}

/** Messages that have waited longer than allowed are not sent; people themselves go on. What the gate holds waits for that. */
const skipLate = async (tx: Tx, flowId: string, laterThan: string, now: Date): Promise<void> =>
  void (await tx.sql`
    update messages set state = 'refused', reason = 'too-late'
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state = 'queued'
      and held_by is null and send_at < ${now}::timestamptz - ${laterThan}::interval`)
