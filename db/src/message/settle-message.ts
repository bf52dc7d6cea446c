import { newId } from '@relance/core/id/ids'
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

interface Claimed {
  messageId: string
  claimId: string
}

/** Is the message still this claim's? Asked after the contact's lock. */
export async function stillClaimed(tx: Tx, { messageId, claimId }: Claimed): Promise<boolean> {
  const rows = await tx.sql`
    select id from messages where workspace_id = ${tx.workspaceId} and id = ${messageId} and claim_id = ${claimId}
    for update`
  return rows.length > 0
}

/** The gate has said yes: opens an attempt, whose id the result is recorded under. */
export async function openAttempt(
  tx: Tx,
  { messageId, claimId }: Claimed,
  now: Date,
): Promise<string> {
  const id = newId()
  await tx.sql`insert into message_attempts (workspace_id, id, message_id) values (${tx.workspaceId}, ${id}, ${messageId})`
  await tx.sql`
    update messages set gated_at = ${now}, attempts = attempts + 1
    where workspace_id = ${tx.workspaceId} and id = ${messageId} and claim_id = ${claimId}`
  return id
}

/** What the provider answered, kept with the attempt. */
export const closeAttempt = async (
  tx: Tx,
  attemptId: string,
  { accepted, code, response }: { accepted: boolean; code: string | null; response: string },
): Promise<void> =>
  void (await tx.sql`
    update message_attempts set finished_at = clock_timestamp(), accepted = ${accepted}, code = ${code},
      response = ${response.slice(0, 2000)}
    where workspace_id = ${tx.workspaceId} and id = ${attemptId}`)

/** Sent: the provider has taken it. */
export const markSent = async (
  tx: Tx,
  { messageId, claimId }: Claimed,
  content: { subject: string; html: string; text: string; address: string },
  now: Date,
): Promise<void> => {
  await tx.sql`
    with sent as (
      update messages set state = 'sent', sent_at = ${now}, subject = ${content.subject}, address = ${content.address},
        reason = null, retry_at = null, claim_id = null
      where workspace_id = ${tx.workspaceId} and id = ${messageId} and claim_id = ${claimId} returning id)
    insert into message_contents (workspace_id, message_id, subject, html, body_text)
    select ${tx.workspaceId}, id, ${content.subject}, ${content.html}, ${content.text} from sent
    on conflict do nothing`
}

/** Not to be sent: refused by the gate, or failed for good. */
export const closeMessage = async (
  tx: Tx,
  { messageId, claimId }: Claimed,
  state: 'refused' | 'failed',
  reason: string,
): Promise<void> =>
  void (await tx.sql`
    update messages set state = ${state}, reason = ${reason}, claim_id = null, retry_at = null
    where workspace_id = ${tx.workspaceId} and id = ${messageId} and claim_id = ${claimId}`)

/** Not now: back in the queue until its next try, or failed when its tries or its time are spent. */
export async function retryLater(
  tx: Tx,
  claimed: Claimed,
  attempts: number,
  now: Date,
  reason: string,
): Promise<void> {
  const step = RETRY_STEPS[attempts - 1]
  if (!step) return closeMessage(tx, claimed, 'failed', reason)
  await tx.sql`
    update messages set claim_id = null, reason = ${reason},
      state = case when ${now}::timestamptz + ${step}::interval > expires_at then 'failed' else 'queued' end,
      retry_at = case when ${now}::timestamptz + ${step}::interval > expires_at then null
        else ${now}::timestamptz + ${step}::interval end
    where workspace_id = ${tx.workspaceId} and id = ${claimed.messageId} and claim_id = ${claimed.claimId}`
}

/** Back in the queue as it was: the flow was paused between claim and gate. */
export const unclaim = async (tx: Tx, { messageId, claimId }: Claimed): Promise<void> =>
  void (await tx.sql`
    update messages set state = 'queued', claim_id = null
    where workspace_id = ${tx.workspaceId} and id = ${messageId} and claim_id = ${claimId}`)
