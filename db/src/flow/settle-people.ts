import type { Plan } from '@relance/core/plan/plan'
import type postgres from 'postgres'
import { EVERYBODY_MS, limitStatements } from '../connection/limit-statements'
import type { Tx } from '../connection/scope'

/** What happens to the people inside a flow when a version is published, or when it stops. */
export type PeopleChoice = 'finish' | 'move' | 'leave'

/** Everybody inside leaves now: their runs end as `left`, and what was queued for them is taken back. */
export const letPeopleLeave = (tx: Tx, flowId: string, now: Date): Promise<number> =>
  letLeave(tx, now, tx.sql`flow_id = ${flowId}`, 'left-by-publish')

/** Those of a condition on enrolments leave now; `code` says why in their traces. */
export async function letLeave(
  tx: Tx,
  now: Date,
  who: postgres.PendingQuery<postgres.Row[]>,
  code: 'left-by-publish' | 'left-by-cancel',
): Promise<number> {
  await limitStatements(tx, EVERYBODY_MS)
  const left = await tx.sql<{ id: string }[]>`
    update enrolments set state = 'ended', ended_at = ${now}, end_reason = 'left', call_id = null, due_at = null,
      exit_due_at = null, again = null, listens = '{}', error = null
    where workspace_id = ${tx.workspaceId} and ${who} and state <> 'ended' returning id`
  const ids = left.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.sql`
    insert into trace (workspace_id, id, enrolment_id, flow_id, contact_id, burst, at, node_id, visit, kind, code)
    select ${tx.workspaceId}, gen_random_uuid(), e.id, e.flow_id, e.contact_id, e.bursts, ${now}, e.node_id, e.visit,
      'ended', ${code}
    from enrolments e where e.workspace_id = ${tx.workspaceId} and e.id = any(${ids}::uuid[])`
  await tx.sql`
    update messages set state = 'refused', reason = 'ended'
    where workspace_id = ${tx.workspaceId} and enrolment_id = any(${ids}::uuid[]) and state = 'queued'`
  await tx.sql`
    delete from enrolment_inbox where workspace_id = ${tx.workspaceId} and enrolment_id = any(${ids}::uuid[])`
  await wakeAll(tx, ids)
  return ids.length
}

/**
 * Everybody inside goes on with the new version where their step still exists, or from the target named for it.
 * Whoever stands on a removed step without a target finishes on the version they are on.
 */
export async function movePeople(
  tx: Tx,
  plan: Plan,
  targets: Record<string, string>,
): Promise<number> {
  const kept = Object.keys(plan.nodes)
  await limitStatements(tx, EVERYBODY_MS)
  const moved = await tx.sql<{ id: string }[]>`
    update enrolments set version = ${plan.version},
      again = case again when 'move-spread' then 'move' else coalesce(again, 'move') end
    where workspace_id = ${tx.workspaceId} and flow_id = ${plan.flowId} and state <> 'ended'
      and version <> ${plan.version} and node_id = any(${kept}) returning id`
  for (const [from, to] of Object.entries(targets)) {
    if (!plan.nodes[to] || plan.nodes[from]) continue
    const sent = await tx.sql<{ id: string }[]>`
      update enrolments set version = ${plan.version}, node_id = ${to}, again = 'enter', call_id = null,
        state = case when state = 'calling' then 'waiting' else state end
      where workspace_id = ${tx.workspaceId} and flow_id = ${plan.flowId} and state <> 'ended'
        and version <> ${plan.version} and node_id = ${from} returning id`
    moved.push(...sent)
  }
  await wakeAll(
    tx,
    moved.map(({ id }) => id),
  )
  return moved.length
}

/** Wakes everybody inside a flow: whatever a pause held back goes on. */
export async function wakeInside(tx: Tx, flowId: string): Promise<void> {
  await tx.sql`
    insert into outbox (workspace_id, enrolment_id) select workspace_id, id from enrolments
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state <> 'ended'`
}

/** Wakes many enrolments in one statement. */
export const wakeAll = async (tx: Tx, ids: string[]): Promise<void> =>
  void (await tx.sql`
    insert into outbox (workspace_id, enrolment_id) select ${tx.workspaceId}, id from unnest(${ids}::uuid[]) as id`)
