import type { StoredEvent } from '@relance/core/event/event'
import type { Tx } from '../connection/scope'

/** Notes the last answer on satisfaction, a `score` of 1 to 5; any other answer, or an earlier one, changes nothing. */
export async function recordSatisfaction(
  { sql, workspaceId }: Tx,
  contactId: string,
  { at, properties }: StoredEvent,
): Promise<void> {
  const score = Number(properties.score)
  if (typeof properties.score === 'boolean' || !Number.isInteger(score) || score < 1 || score > 5)
    return
  await sql`
    update contact_state set satisfaction = ${score}, satisfaction_at = ${at}
    where workspace_id = ${workspaceId} and contact_id = ${contactId}
      and (satisfaction_at is null or satisfaction_at <= ${at})`
}
