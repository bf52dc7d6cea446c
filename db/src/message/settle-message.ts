import type { GateLook } from '@relance/core/gate/gate-look'
import { newId } from '@relance/core/id/ids'
import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'

/**
 * From one try to the next after a temporary refusal: 1 min, 5 min, 30 min, 2 h, 6 h, 24 h and 72 h
 * after the first. Then the message fails.
 */
const RETRY_STEPS = [
  '1 minute',
  '4 minutes',
  '25 minutes',
  '90 minutes',
  '4 hours',
  '18 hours',
  '48 hours',
] as const

/** How long a message that was held may still be tried for once it may go. */
const LIVES_ON = '72 hours'

interface Claimed {
  messageId: string
  claimId: string
}

/** A message under its lock, and what the gate has said of it. */
export interface Looked {
  messageId: string
  look: GateLook
}

/**
 * The gate has said yes: the message is this claim's from now on, and has an attempt, whose id the result is recorded
 * under. The caller holds the message, as it does for everything that the gate says.
 * @param placedAt where it has taken its places among the limits on sending just now
 * @param provider whom it is handed to first
 */
export const openAttempt = batched<
  Looked & { claimId: string; workerId: string; placedAt: Date | null; provider: string },
  string
>(async (tx, claims) => {
  const attempts = claims.map(({ messageId, claimId, workerId, look, placedAt, provider }) => ({
    ...{ id: newId(), message_id: messageId, claim_id: claimId, worker_id: workerId },
    ...{ look, placed_at: placedAt, provider },
  }))
  await tx.sql`
    with opened as (
      select * from jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb) as o(id uuid, message_id uuid,
        claim_id uuid, worker_id uuid, look jsonb, placed_at timestamptz, provider text)
    ), noted as (
      insert into message_attempts (workspace_id, id, message_id, provider)
      select ${tx.workspaceId}, id, message_id, provider from opened
    )
    update messages m set state = 'sending', claim_id = o.claim_id, worker_id = o.worker_id,
      claimed_at = clock_timestamp(), gated_at = (o.look ->> 'at')::timestamptz, attempts = attempts + 1,
      gate = gate || o.look, held_by = null, placed_at = coalesce(o.placed_at, m.placed_at)
    from opened o
    where m.workspace_id = ${tx.workspaceId} and m.id = o.message_id`
  return attempts.map(({ id }) => id)
})

/** What a provider answered to one attempt. */
export interface AttemptEnd {
  attemptId: string
  /** Null: nobody knows. */
  accepted: boolean | null
  code: string | null
  response: string
}

/** Keeps what the provider answered with the attempt. */
export const closeAttempt = batched<AttemptEnd, void>(async (tx, ends) => {
  const rows = ends.map((end) => ({ ...end, response: end.response.slice(0, 2000) }))
  await tx.sql`
    update message_attempts a set finished_at = clock_timestamp(), accepted = r.accepted, code = r.code,
      response = r.response
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("attemptId" uuid, accepted boolean, code text, response text)
    where a.workspace_id = ${tx.workspaceId} and a.id = r."attemptId"`
  return ends.map(() => undefined)
})

/** The gate has said no, for good: kept with what it saw. */
export const refuseMessage = batched<Looked & { state: 'refused' | 'failed' }, void>(
  async (tx, refused) => {
    await tx.sql`
      update messages m set state = r.state, reason = r.look ->> 'reason', gate = gate || r.look, held_by = null,
        claim_id = null, retry_at = null
      from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as r("messageId" uuid, state text, look jsonb)
      where m.workspace_id = ${tx.workspaceId} and m.id = r."messageId"`
    return refused.map(() => undefined)
  },
)

/** Messages `b` that may not overtake `held`: the next of its run on its channel wait as long. */
const behind = ({ sql, workspaceId }: Tx) => sql`
  b.workspace_id = ${workspaceId} and b.enrolment_id = held.enrolment_id and b.channel = held.channel
  and b.state = 'queued' and b.id > held.id and b.due_at < held.retry_at`

/** The gate has said "not now": back in the queue until the look's instant, and given its time anew from there. */
export const holdMessage = batched<Looked, void>(async (tx, held) => {
  await tx.sql`
    with held as (
      update messages m set state = 'queued', reason = r.look ->> 'reason', held_by = r.look ->> 'reason',
        gate = gate || r.look, claim_id = null, retry_at = (r.look ->> 'until')::timestamptz,
        expires_at = greatest(m.expires_at, (r.look ->> 'until')::timestamptz + ${LIVES_ON}::interval)
      from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as r("messageId" uuid, look jsonb)
      where m.workspace_id = ${tx.workspaceId} and m.id = r."messageId"
      returning m.*
    )
    update messages b set retry_at = held.retry_at, reason = held.reason, held_by = held.held_by,
      expires_at = greatest(b.expires_at, held.expires_at)
    from held where ${behind(tx)}`
  return held.map(() => undefined)
})

/** Failed for good, for a reason that is not the gate's. */
export const failMessage = async (
  tx: Tx,
  { messageId, claimId }: Claimed,
  reason: string,
): Promise<void> =>
  void (await tx.sql`
    update messages set state = 'failed', reason = ${reason}, claim_id = null, retry_at = null
    where workspace_id = ${tx.workspaceId} and id = ${messageId} and claim_id = ${claimId}`)

/** Not now: back in the queue until its next try, or failed (`given-up`) when its tries or its time are spent. */
export async function retryLater(
  tx: Tx,
  claimed: Claimed,
  attempts: number,
  now: Date,
  reason: string,
): Promise<'waits' | 'given-up'> {
  const step = RETRY_STEPS[attempts - 1]
  if (!step) {
    await failMessage(tx, claimed, reason)
    return 'given-up'
  }
  const [row] = await tx.sql<{ failed: boolean }[]>`
    with held as (
      update messages set claim_id = null, reason = ${reason},
        state = case when ${now}::timestamptz + ${step}::interval > expires_at then 'failed' else 'queued' end,
        retry_at = case when ${now}::timestamptz + ${step}::interval > expires_at then null
          else ${now}::timestamptz + ${step}::interval end
      where workspace_id = ${tx.workspaceId} and id = ${claimed.messageId} and claim_id = ${claimed.claimId}
      returning *
    ), moved as (update messages b set retry_at = held.retry_at from held where ${behind(tx)})
    select state = 'failed' as failed from held`
  return row?.failed ? 'given-up' : 'waits'
}

/**
 * In the queue as it was: the flow is paused, or the message's step has not decided yet. The caller holds it.
 * @param until when it is looked at again; null: as it was
 */
export const unclaim = async (
  tx: Tx,
  messageId: string,
  until: Date | null = null,
): Promise<void> =>
  void (await tx.sql`
    update messages set state = 'queued', claim_id = null, retry_at = coalesce(${until}, retry_at)
    where workspace_id = ${tx.workspaceId} and id = ${messageId}`)
