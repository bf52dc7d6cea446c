import type { Tx } from '../connection/scope'

/** Somebody of a schedule's audience who was not let in, and why. */
export interface Missed {
  ruleId: string
  /** What the schedule calls the occurrence. */
  crossing: Date
  contactId: string
  reason: string
}

/** Keeps whom sendings did not let in: the people behind their figures. */
export async function noteMissed(tx: Tx, missed: Missed[], at: Date): Promise<void> {
  if (missed.length === 0) return
  await tx.sql`
    insert into sending_missed (workspace_id, sending_id, contact_id, reason, at)
    select ${tx.workspaceId}, s.id, m."contactId", m.reason, ${at}
    from jsonb_to_recordset(${JSON.stringify(missed)}::jsonb)
      as m("ruleId" uuid, crossing timestamptz, "contactId" uuid, reason text)
    join sendings s on s.workspace_id = ${tx.workspaceId} and s.rule_id = m."ruleId" and s.at = m.crossing
    on conflict do nothing`
}
