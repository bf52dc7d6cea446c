-- A wake is leased while it is handed to Temporal, so that no transaction stays open meanwhile. Machine time.
alter table outbox add column leased_until timestamptz not null default '-infinity';

create or replace function work_waiting() returns table (workspace_id uuid, queue text)
language sql stable security definer set search_path = public, pg_temp as $$
  with w as materialized (
    select id, case when clock_kind = 'test' then clock_now else clock_timestamp() end as now from workspaces
  )
  select w.id, 'react' from w where exists (
    select 1 from event_queue q where q.workspace_id = w.id and q.state = 'waiting')
  union all select w.id, 'relay' from w where exists (
    select 1 from outbox o where o.workspace_id = w.id and o.leased_until < clock_timestamp())
  union all select w.id, 'dispatch' from w where exists (
    select 1 from messages m where m.workspace_id = w.id and m.state = 'queued' and coalesce(m.retry_at, m.send_at) <= w.now)
  union all select w.id, 'reclaim' from w where exists (
    select 1 from messages m where m.workspace_id = w.id and m.state = 'sending'
      and (m.claimed_at < clock_timestamp() - interval '75 seconds' or not exists (
        select 1 from workers k where k.id = m.worker_id and k.beat_at > clock_timestamp() - interval '15 seconds')))
  union all select w.id, 'import' from w where exists (
    select 1 from imports i where i.workspace_id = w.id and i.state in ('queued', 'reading'))
  union all select w.id, 'intake' from w where exists (
    select 1 from intakes k where k.workspace_id = w.id and k.finished_at is null)
  union all select w.id, 'due' from w where exists (
    select 1 from due_queue d where d.workspace_id = w.id and d.handled_at is null)
  union all select w.id, 'sweep' from w where exists (
    select 1 from due_rules r where r.workspace_id = w.id and r.retired_at is null
      and r.kind <> 'schedule' and r.watermark < w.now)
  union all select w.id, 'schedule' from w where exists (
    select 1 from schedules s where s.workspace_id = w.id and s.retired_at is null
      and (s.running_at is not null or s.next_at <= w.now))
  union all select w.id, 'nudge' from w where exists (
      select 1 from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.due_at <= w.now - interval '30 seconds')
    or exists (select 1 from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.exit_due_at <= w.now - interval '30 seconds')
    or exists (select 1 from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.again is not null)
    or exists (select 1 from enrolment_inbox i where i.workspace_id = w.id)
    or exists (select 1 from calls c where c.workspace_id = w.id and c.state = 'pending')
$$;
