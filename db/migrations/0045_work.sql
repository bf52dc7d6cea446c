-- Where there is work, and what is still under way: said whole in one place, for all that has been added since 0025.
-- Each probe asks an index of one workspace for a first row.
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
  union all select w.id, 'activity' from w where coalesce(
    (select l.next_at from activity_lines l where l.workspace_id = w.id order by l.next_at limit 1), '-infinity') <= w.now
  union all select w.id, 'erase' from w where (
    select true from erasures x where x.workspace_id = w.id and x.erased_at is null limit 1)
  union all select w.id, 'score' from w where coalesce(
    (select true from score_builds b where b.workspace_id = w.id and b.state in ('queued', 'reading') limit 1),
    (select true from score_state z where z.workspace_id = w.id and z.next_at <= w.now))
  union all select w.id, 'fill' from w where (
    select true from segments g where g.workspace_id = w.id and g.work is not null limit 1)
  union all select w.id, 'segments' from w where coalesce(
    (select true from segment_checks k where k.workspace_id = w.id limit 1),
    (select true from segment_due d where d.workspace_id = w.id and d.due_at <= w.now limit 1))
$$;

-- The first kind found, or null when everything due has been done. One statement, so one snapshot.
create or replace function first_unsettled(w uuid) returns text
language sql volatile as $$
  with clock as materialized (select public.workspace_now(w) as now)
  select case
    when exists (select 1 from public.event_queue where workspace_id = w and state <> 'failed') then 'events'
    when exists (select 1 from public.outbox where workspace_id = w) then 'wakes'
    when exists (select 1 from public.due_queue where workspace_id = w and handled_at is null) then 'due'
    when exists (select 1 from public.segments where workspace_id = w and work is not null)
      or exists (select 1 from public.segment_checks where workspace_id = w)
      or exists (select 1 from public.segment_due where workspace_id = w and due_at <= now) then 'segments'
    when exists (select 1 from public.intakes where workspace_id = w and finished_at is null) then 'intakes'
    when exists (select 1 from public.due_rules
      where workspace_id = w and retired_at is null and kind <> 'schedule' and watermark < now) then 'rules'
    when exists (select 1 from public.schedules
      where workspace_id = w and retired_at is null and (running_at is not null or next_at <= now)) then 'schedules'
    when exists (select 1 from public.erasures where workspace_id = w and erased_at is null) then 'erasures'
    when exists (select 1 from public.score_builds where workspace_id = w and state in ('queued', 'reading')
      union all select 1 from public.score_state where workspace_id = w and next_at <= now) then 'scores'
    when exists (select 1 from public.imports where workspace_id = w and state in ('queued', 'reading')) then 'imports'
    when exists (select 1 from public.messages where workspace_id = w and state = 'sending') then 'messages'
    when exists (
      select 1 from public.messages m join public.flows f on f.workspace_id = m.workspace_id and f.id = m.flow_id
      where m.workspace_id = w and m.state = 'queued' and f.status <> 'paused'
        and coalesce(m.retry_at, m.send_at) <= now) then 'messages'
    when exists (
      select 1 from public.enrolments e join public.flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.workspace_id = w and f.status <> 'paused' and e.state not in ('ended', 'attention') and e.due_at <= now
      union all
      select 1 from public.enrolments e join public.flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.workspace_id = w and f.status <> 'paused' and e.state <> 'ended' and e.exit_due_at <= now
      union all
      select 1 from public.enrolments e join public.flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.workspace_id = w and f.status <> 'paused' and e.state <> 'ended' and e.again is not null
      union all
      select 1 from public.enrolment_inbox i
      join public.enrolments e on e.workspace_id = i.workspace_id and e.id = i.enrolment_id
      join public.flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where i.workspace_id = w and f.status <> 'paused' and e.state <> 'ended') then 'enrolments'
    when exists (
      select 1 from public.enrolments e join public.calls c on c.workspace_id = e.workspace_id and c.id = e.call_id
      where e.workspace_id = w and e.state = 'calling') then 'calls'
    when exists (
      select 1 from public.activity_lines l join public.workspaces k on k.id = l.workspace_id
      join public.contact_state s on s.workspace_id = l.workspace_id
        and s.active_at > public.days_before(l.watermark, public.ladder_days(k.settings, replace(l.line, '-day', '')), k.time_zone)
        and s.active_at <= public.days_before(now, public.ladder_days(k.settings, replace(l.line, '-day', '')), k.time_zone)
      where l.workspace_id = w and l.next_at <= now and l.line <> 'decline'
      union all
      select 1 from public.activity_lines l join public.contact_state s on s.workspace_id = l.workspace_id
        and s.gap_due_at > l.watermark and s.gap_due_at <= now
      where l.workspace_id = w and l.next_at <= now and l.line = 'decline') then 'activity'
  end
  from clock
$$;
