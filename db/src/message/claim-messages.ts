import type { Tx } from '../connection/scope'
import { type Message, messageColumns } from './message'

/**
 * Takes messages whose time has come, for one worker. Committed apart, before anything is sent.
 * Held back: those of a paused flow, and those behind an unfinished one of the same enrolment and channel.
 */
export const claimMessages = async (
  tx: Tx,
  { claimId, workerId, limit }: { claimId: string; workerId: string; limit: number },
): Promise<Message[]> => {
  // By the index, in its order, until there are enough: a sort would look at all that lie.
  const [, messages] = await Promise.all([
    tx.sql`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
    claim(tx, { claimId, workerId, limit }),
  ])
  return messages
}

const claim = (
  tx: Tx,
  { claimId, workerId, limit }: { claimId: string; workerId: string; limit: number },
) => tx.sql<Message[]>`
  with taken as materialized (
    select m.id from messages m
    where m.workspace_id = ${tx.workspaceId} and m.state = 'queued'
      and m.flow_id <> all (array(
        select id from flows where workspace_id = ${tx.workspaceId} and status = 'paused'))
      and m.due_at <= (select workspace_now(${tx.workspaceId}))
      and not exists (
        select 1 from messages earlier where earlier.workspace_id = m.workspace_id
          and earlier.enrolment_id = m.enrolment_id and earlier.channel = m.channel
          and earlier.state in ('queued', 'sending') and earlier.id < m.id)
    order by m.due_at limit ${limit} for update of m skip locked
  ), claimed as (
    update messages m set state = 'sending', claim_id = ${claimId}, worker_id = ${workerId},
      claimed_at = clock_timestamp()
    from taken where m.workspace_id = ${tx.workspaceId} and m.id = taken.id returning m.*
  )
  select ${messageColumns(tx.sql)} from claimed`

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
