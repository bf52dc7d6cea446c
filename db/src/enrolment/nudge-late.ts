import type { Tx } from '../connection/scope'

/**
 * The net: wakes again whoever should have moved more than 30 s ago and did not, whatever was lost on the way.
 * Whose wake still lies in the outbox has lost nothing: one more would only make that queue longer.
 * Each nudge of one enrolment waits twice as long for the next. Machine time paces it, workspace time decides.
 * Those who may be late are found by an index for each reason: of a million who wait, the others are not looked at.
 */
export async function nudgeLate(tx: Tx, limit: number): Promise<number> {
  const w = tx.workspaceId
  const rows = await tx.sql`
    with moment as materialized (select workspace_now(${w}) as now), may_be_late as materialized (
      select id from enrolments where workspace_id = ${w} and state <> 'ended' and state <> 'attention'
        and due_at <= (select now from moment) - interval '30 seconds'
      union
      select id from enrolments where workspace_id = ${w} and state <> 'ended'
        and exit_due_at <= (select now from moment) - interval '30 seconds'
      union
      select id from enrolments where workspace_id = ${w} and state <> 'ended' and again is not null
      union
      select id from enrolments where workspace_id = ${w} and state = 'calling'
      union
      select enrolment_id from enrolment_inbox
      where workspace_id = ${w} and queued_at < clock_timestamp() - interval '30 seconds'
    ), late as (
      select e.id from may_be_late m
      join enrolments e on e.workspace_id = ${w} and e.id = m.id
      join flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.state <> 'ended' and f.status <> 'paused'
        and (e.nudged_at is null or e.nudged_at
          < clock_timestamp() - make_interval(secs => least(3600, 30 * power(2, e.nudges))))
        and not exists (
          select 1 from outbox o where o.workspace_id = e.workspace_id and o.enrolment_id = e.id)
        and is_late(e, (select now from moment), '30 seconds')
      limit ${limit}
      for update of e skip locked
    ), nudged as (
      update enrolments e set nudges = nudges + 1, nudged_at = clock_timestamp()
      from late where e.workspace_id = ${w} and e.id = late.id returning e.id
    )
    insert into outbox (workspace_id, enrolment_id) select ${w}, id from nudged returning id`
  return rows.length
}
