import { batched } from '../connection/batched'

/** Takes an event off the queue, in the transaction that writes what it caused. */
export const dropQueued = batched<{ seq: number }, void>(async (tx, events) => {
  await tx.sql`
    delete from event_queue where workspace_id = ${tx.workspaceId} and seq = any(${events.map(({ seq }) => String(seq))}::bigint[])`
  return events.map(() => undefined)
})
