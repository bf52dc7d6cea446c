import type { DeclineReason } from '@relance/core/activity/decline'
import type { Tx } from '../connection/scope'
import type { Crossed } from './crossed-rung'

/** Somebody whose gap since the last visit has become too long, and what is said of them then. */
export interface CrossedGap extends Crossed {
  reason: DeclineReason | null
  /** What was said of them before. */
  before: DeclineReason | null
}

/** Whose gap reached its limit between two instants, past `cursor`: a range of one index, as of a rung. */
export function crossedGap(
  { sql, workspaceId }: Tx,
  {
    after,
    until,
    cursor,
    limit,
  }: { after: Date; until: Date; cursor?: { at: string; contactId: string } | null; limit: number },
) {
  const [at, contact] = [cursor?.at ?? null, cursor?.contactId ?? null]
  return sql<CrossedGap[]>`
    select s.contact_id as "contactId", s.gap_due_at as "activeAt", s.gap_due_at::text as "exactly", s.gap_due_at as at,
      decline_reason(s.gap_due_at, s.basket_ratio, ${until}, w.settings) as reason,
      decline_reason(null, s.basket_ratio, ${until}, w.settings) as before
    from contact_state s join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
    join workspaces w on w.id = s.workspace_id
    where s.workspace_id = ${workspaceId} and s.gap_due_at > ${after} and s.gap_due_at <= ${until}
      and (${at}::text is null or s.gap_due_at > (${at}::text)::timestamptz or (s.gap_due_at = (${at}::text)::timestamptz and s.contact_id > ${contact}::uuid))
      and c.merged_into is null and (c.external_id is not null or c.email is not null)
    order by s.gap_due_at, s.contact_id limit ${limit}`
}
