import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** Beyond this many it says no more than "at least". */
export const MOST_COUNTED = 10_000

/** How much waits in the queues that can grow long, up to `MOST_COUNTED` each. */
export const countWaiting = (
  scope: Scope | Tx,
): Promise<Record<'events' | 'wakes' | 'due' | 'mails', number>> =>
  inTransaction(scope, async ({ sql, workspaceId: w }) => {
    const [row] = await sql<Record<'events' | 'wakes' | 'due' | 'mails', number>[]>`
      select
        (select count(*)::int from (select 1 from event_queue
          where workspace_id = ${w} and state = 'waiting' limit ${MOST_COUNTED}) q) as events,
        (select count(*)::int from (select 1 from outbox where workspace_id = ${w} limit ${MOST_COUNTED}) q) as wakes,
        (select count(*)::int from (select 1 from due_queue
          where workspace_id = ${w} and handled_at is null limit ${MOST_COUNTED}) q) as due,
        (select count(*)::int from (select 1 from messages
          where workspace_id = ${w} and state = 'queued' and due_at <= workspace_now(${w})
          limit ${MOST_COUNTED}) q) as mails`
    return row ?? { events: 0, wakes: 0, due: 0, mails: 0 }
  })
