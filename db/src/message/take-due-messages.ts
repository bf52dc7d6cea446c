import type { Tx } from '../connection/scope'

/** A message whose time has come, by its id, and whose it is. */
export interface DueMessage {
  id: string
  enrolmentId: string
  contactId: string
}

/**
 * The next messages whose time has come, the longest due first, their contacts locked; those whose contact somebody
 * else holds are left for another time, so nothing is waited for and several may ask at once. The message itself is
 * to be locked after (`lockMessage`): until then it is as it was before its contact's lock.
 * Held back: those of a paused flow, and those behind an unfinished one of the same enrolment and channel.
 */
export const takeDueMessages = async (tx: Tx, limit: number): Promise<DueMessage[]> => {
  // By the index, in its order, until there are enough: a sort would look at all that lie.
  const [, messages] = await Promise.all([
    tx.sql`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
    take(tx, limit),
    // Others of this transaction are planned as ever.
    tx.sql`select set_config('enable_sort', 'on', true), set_config('enable_bitmapscan', 'on', true)`,
  ])
  return messages
}

const take = (tx: Tx, limit: number) => tx.sql<DueMessage[]>`
  select m.id, m.enrolment_id as "enrolmentId", m.contact_id as "contactId"
  from messages m join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
  where m.workspace_id = ${tx.workspaceId} and m.state = 'queued'
    and m.flow_id <> all (array(
      select id from flows where workspace_id = ${tx.workspaceId} and status = 'paused'))
    and m.due_at <= (select workspace_now(${tx.workspaceId}))
    and not exists (
      select 1 from messages earlier where earlier.workspace_id = m.workspace_id
        and earlier.enrolment_id = m.enrolment_id and earlier.channel = m.channel
        and earlier.state in ('queued', 'sending') and earlier.id < m.id)
  order by m.due_at limit ${limit} for no key update of c skip locked`
