import type { Tx } from '../connection/scope'

/** What is still under way in a workspace, by kind; empty when everything due has been done. */
export type Unsettled = Record<string, number>

/** What is found first to be under way; null when everything due has been done. Cheap enough to be asked often. */
export async function firstUnsettled(tx: Tx): Promise<string | null> {
  const [row] = await tx.sql<
    { kind: string | null }[]
  >`select coalesce(first_unsettled(${tx.workspaceId}), case when exists (
      select 1 from scheduled_acts where workspace_id = ${tx.workspaceId} and outcome is null
        and at <= workspace_now(${tx.workspaceId})) then 'acts' end) as kind`
  return row?.kind ?? null
}

/**
 * Asked in one statement, so in one snapshot: each work row dies in the transaction that writes its
 * consequences, so nothing can hide between two of them.
 */
export async function findUnsettled(tx: Tx): Promise<Unsettled> {
  const w = tx.workspaceId
  const [row] = await tx.sql<{ counts: Unsettled }[]>`
    with clock as (select workspace_now(${w}) as now)
    select jsonb_strip_nulls(jsonb_build_object(
      'events', (select nullif(count(*), 0) from event_queue where workspace_id = ${w} and state <> 'failed'),
      'due', (select nullif(count(*), 0) from due_queue where workspace_id = ${w} and handled_at is null),
      'intakes', (select nullif(count(*), 0) from intakes where workspace_id = ${w} and finished_at is null),
      'rules', (select nullif(count(*), 0) from due_rules, clock
        where workspace_id = ${w} and retired_at is null and kind <> 'schedule' and watermark < now),
      'schedules', (select nullif(count(*), 0) from schedules, clock
        where workspace_id = ${w} and retired_at is null and next_at <= now and not exists (
          select 1 from flows f where f.workspace_id = ${w} and f.id = flow_id and f.status = 'paused')),
      'enrolments', (select nullif(count(*), 0) from enrolments e join flows f
        on f.workspace_id = e.workspace_id and f.id = e.flow_id, clock
        where e.workspace_id = ${w} and e.state <> 'ended' and f.status <> 'paused' and is_actionable(e, now)),
      'calls', (select nullif(count(*), 0) from calls c join enrolments e
        on e.workspace_id = c.workspace_id and e.call_id = c.id where c.workspace_id = ${w} and c.state = 'pending'),
      'messages', (select nullif(count(*), 0) from messages m join flows f
        on f.workspace_id = m.workspace_id and f.id = m.flow_id, clock
        where m.workspace_id = ${w} and (m.state = 'sending'
          or (m.state = 'queued' and f.status <> 'paused' and m.due_at <= now))),
      'segments', (select nullif(
        (select count(*) from segments where workspace_id = ${w} and work is not null)
        + (select count(*) from segment_checks where workspace_id = ${w})
        + (select count(*) from segment_due, clock where workspace_id = ${w} and due_at <= now), 0)),
      'acts', (select nullif(count(*), 0) from scheduled_acts, clock
        where workspace_id = ${w} and outcome is null and at <= now),
      'wakes', (select nullif(count(*), 0) from outbox where workspace_id = ${w}),
      'activity', (select nullif(count(*), 0) from activity_lines, clock
        where workspace_id = ${w} and next_at <= now and first_unsettled(${w}) = 'activity'),
      'erasures', (select nullif(count(*), 0) from erasures where workspace_id = ${w} and erased_at is null),
      'scores', (select nullif(count(*), 0) from (
        select 1 from score_builds where workspace_id = ${w} and state in ('queued', 'reading')
        union all select 1 from score_state, clock where workspace_id = ${w} and next_at <= now) open),
      'scoresLeft', (select nullif(count(*), 0) from score_builds b join score_staging g
        on g.workspace_id = b.workspace_id and g.build_id = b.id and (b.applied_to is null or g.contact_id > b.applied_to)
        where b.workspace_id = ${w} and b.state = 'reading'),
      'imports', (select nullif(count(*), 0) from imports where workspace_id = ${w} and state in ('queued', 'reading')),
      -- Rows read so far: a long file is progress, not a standstill.
      'importedRows', (select sum(read) from imports where workspace_id = ${w} and state = 'reading')
    )) as counts`
  return row?.counts ?? {}
}
