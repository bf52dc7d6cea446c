import { batched } from '../connection/batched'

/** A held message whose step was left without sending it is refused: nothing waits that nobody would send. */
export const closeHeld = batched<{ key: string; reason: string }, void>(async (tx, closed) => {
  await tx.sql`
    update messages m set state = 'refused', reason = c.reason, held_by = null, retry_at = null, claim_id = null
    from jsonb_to_recordset(${JSON.stringify(closed)}::jsonb) as c(key text, reason text)
    where m.workspace_id = ${tx.workspaceId} and m.key = c.key and m.held_by is not null
      and m.state in ('queued', 'sending')`
  return closed.map(() => undefined)
})
