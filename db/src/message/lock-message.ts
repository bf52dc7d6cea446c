import { batched } from '../connection/batched'
import { type Message, messageColumns } from './message'

/** Whose a message must be: this claim's, or nobody's yet (null) and due in the queue. */
export interface Wanted {
  messageId: string
  claimId: string | null
}

/** Locks a message after its contact and reads it as it is under the lock; undefined where it is no longer to be had. */
export const lockMessage = batched<Wanted, Message | undefined>(async (tx, wanted) => {
  const rows = await tx.sql<(Message & { claimId: string | null })[]>`
    select ${messageColumns(tx.sql)}, claim_id as "claimId" from messages
    where workspace_id = ${tx.workspaceId} and id = any(${wanted.map(({ messageId }) => messageId)}::uuid[])
      and (state = 'sending' or state = 'queued' and due_at <= (select workspace_now(${tx.workspaceId})))
    order by id for update`
  const byId = new Map(rows.map(({ claimId, ...message }) => [message.id, { claimId, message }]))
  return wanted.map(({ messageId, claimId }) => {
    const found = byId.get(messageId)
    return found?.claimId === claimId ? found.message : undefined
  })
})
