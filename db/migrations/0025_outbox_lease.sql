-- A wake is leased while it is handed to Temporal, so that no transaction stays open meanwhile. Machine time.
alter table outbox add column leased_until timestamptz not null default '-infinity';

-- Each probe is a look for one row by an index: as `exists` it might be planned as a join over all there are.
create or replace function work_waiting() returns table (workspace_id uuid, queue text)
language sql stable security definer set search_path = public, pg_temp as $$
  with w as materialized (
    select id, case when clock_kind = 'test' then clock_now else clock_timestamp() end as now from workspaces
  )
  select w.id, 'react' from w where (
    select true from event_queue q where q.workspace_id = w.id and q.state = 'waiting' limit 1)
  union all select w.id, 'relay' from w where (
    select true from outbox o where o.workspace_id = w.id and o.leased_until < clock_timestamp() limit 1)
  union all select w.id, 'dispatch' from w where (
    select true from messages m where m.workspace_id = w.id and m.state = 'queued' and coalesce(m.retry_at, m.send_at) <= w.now limit 1)
  union all select w.id, 'reclaim' from w where (
    select true from messages m where m.workspace_id = w.id and m.state = 'sending'
      and (m.claimed_at < clock_timestamp() - interval '75 seconds' or not exists (
        select 1 from workers k where k.id = m.worker_id and k.beat_at > clock_timestamp() - interval '15 seconds')) limit 1)
  union all select w.id, 'import' from w where (
    select true from imports i where i.workspace_id = w.id and i.state in ('queued', 'reading') limit 1)
  union all select w.id, 'intake' from w where (
    select true from intakes k where k.workspace_id = w.id and k.finished_at is null limit 1)
  union all select w.id, 'due' from w where (
    select true from due_queue d where d.workspace_id = w.id and d.handled_at is null limit 1)
  union all select w.id, 'sweep' from w where (
    select true from due_rules r where r.workspace_id = w.id and r.retired_at is null
      and r.kind <> 'schedule' and r.watermark < w.now limit 1)
  union all select w.id, 'schedule' from w where (
    select true from schedules s where s.workspace_id = w.id and s.retired_at is null
      and (s.running_at is not null or s.next_at <= w.now) limit 1)
  union all select w.id, 'nudge' from w where coalesce(
    (select true from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.due_at <= w.now - interval '30 seconds' limit 1),
    (select true from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.exit_due_at <= w.now - interval '30 seconds' limit 1),
    (select true from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.again is not null limit 1),
    (select true from enrolment_inbox i where i.workspace_id = w.id limit 1),
    (select true from calls c where c.workspace_id = w.id and c.state = 'pending' limit 1))
$$;
