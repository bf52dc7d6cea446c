import type { Tx } from '../connection/scope'
import type { DueMessage } from './take-due-messages'

/**
 * Puts messages into one worker's hands without asking anything of them: for those that failed together, so that one
 * that always fails rests until its claim is given back. Those that are no longer queued are left out.
 */
export const claimMessages = async (
  tx: Tx,
  { claimId, workerId, ids }: { claimId: string; workerId: string; ids: string[] },
): Promise<DueMessage[]> => tx.sql<DueMessage[]>`
  with taken as materialized (
    select id from messages
    where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) and state = 'queued'
    order by id for update skip locked
  )
  update messages m set state = 'sending', claim_id = ${claimId}, worker_id = ${workerId}, claimed_at = clock_timestamp()
  from taken where m.workspace_id = ${tx.workspaceId} and m.id = taken.id
  returning m.id, m.enrolment_id as "enrolmentId", m.contact_id as "contactId"`

/**
 * Gives back claims that nobody works on. Where a send was begun its deadline must have passed since, and either the
 * worker's heartbeat has stopped or it is the asking worker itself and knows nothing of it; where none was begun,
 * the heartbeat alone tells. Never by age alone.
 */
export const reclaimStale = async (
  tx: Tx,
  workerId: string,
  inFlight: string[],
): Promise<number> => {
  const rows = await tx.sql`
    update messages m set state = 'queued', claim_id = null, worker_id = null
    where m.workspace_id = ${tx.workspaceId} and m.state = 'sending'
      and case when m.worker_id = ${workerId} then not m.id = any(${inFlight}::uuid[])
        else not exists (select 1 from workers w
          where w.id = m.worker_id and w.beat_at > clock_timestamp() - interval '15 seconds') end
      and (m.worker_id <> ${workerId} or m.claimed_at < clock_timestamp() - interval '75 seconds')
      and not exists (
        select 1 from message_attempts a where a.workspace_id = m.workspace_id and a.message_id = m.id
          and a.finished_at is null and a.started_at > clock_timestamp() - interval '75 seconds')
    returning m.id`
  return rows.length
}
