import { newId } from '@relance/core/id/ids'
import { getClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { isResting } from '../trouble/is-resting'
import { crossings, type DueRule } from './due-rule'

const BATCH = 1000

/** "Also take those already past": everybody whose crossing is at or before `until`, in batches from now on. */
export async function openIntake(
  tx: Tx,
  rule: Pick<DueRule, 'id' | 'flowId' | 'version'>,
  until: Date,
) {
  await tx.sql`
    insert into intakes (workspace_id, id, flow_id, version, rule_id, until)
    values (${tx.workspaceId}, ${newId()}, ${rule.flowId}, ${rule.version}, ${rule.id}, ${until})`
}

interface Intake extends DueRule {
  intakeId: string
  until: Date
  at: Date | null
  contact: string | null
}

/** Puts the next batch of an intake into the queue; `about` is told which. How many; 0 when none is left for this worker. */
export async function advanceIntake(
  tx: Tx,
  about: (intakeId: string, flowId: string) => void = () => undefined,
): Promise<number> {
  await planAfresh(tx)
  const clock = await getClock(tx)
  const [intake] = await tx.sql<Intake[]>`
    select i.id as "intakeId", i.until, i.cursor_at as at, i.cursor_contact as contact, r.id, r.kind, r.line,
      r.flow_id as "flowId"
    from intakes i join due_rules r on r.workspace_id = i.workspace_id and r.id = i.rule_id
    where i.workspace_id = ${tx.workspaceId} and i.finished_at is null
      and not ${isResting(tx, 'intake', tx.sql`i.id`)}
    order by i.id limit 1 for update of i skip locked`
  if (!intake) return 0
  about(intake.intakeId, intake.flowId)
  const rows = await tx.sql<{ contactId: string; crossing: Date }[]>`
    with found as (
      select * from (${crossings(tx, intake, clock.timeZone, { after: intake.at && new Date(intake.at.getTime() - 1), until: intake.until })}) x
      where ${intake.contact}::uuid is null or (x.crossing, x.contact_id) > (${intake.at}, ${intake.contact}::uuid)
      order by crossing, contact_id limit ${BATCH}
    ), queued as (
      insert into due_queue (workspace_id, rule_id, contact_id, subject, crossing)
      select ${tx.workspaceId}, ${intake.id}, contact_id, subject, crossing from found on conflict do nothing
    )
    select contact_id as "contactId", crossing from found order by crossing, contact_id`
  const last = rows.at(-1)
  await tx.sql`
    update intakes set taken = taken + ${rows.length}, cursor_at = ${last?.crossing ?? intake.at},
      cursor_contact = ${last?.contactId ?? intake.contact},
      finished_at = case when ${rows.length < BATCH} then clock_timestamp() end
    where workspace_id = ${tx.workspaceId} and id = ${intake.intakeId}`
  return rows.length
}
