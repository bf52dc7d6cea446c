-- Which wake Temporal is given first. A run that begins to wait is not needed before its wait ends: in a rush it makes
-- room for whoever is due sooner, but for ten minutes at most. Machine time; never before the wake was written.
alter table outbox add column urgent_at timestamptz not null default clock_timestamp();
create index outbox_urgent on outbox (workspace_id, urgent_at, id);

-- As before, but for the wakes: how long they have waited counts from when they were urgent.
create or replace function queue_ages(only_workspace uuid default null)
returns table (workspace_id uuid, queue text, head text, seconds double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  with w as materialized (
    select id, clock_kind = 'real' as is_real, clock_timestamp() as now from workspaces
    where only_workspace is null or id = only_workspace
  )
  select w.id, 'events', q.seq::text, extract(epoch from w.now - q.stored_at)::float8
  from w cross join lateral (
    select seq, stored_at from event_queue e where e.workspace_id = w.id and e.state = 'waiting'
      and not exists (select 1 from troubles t where t.workspace_id = w.id and t.queue = 'react'
        and t.subject = e.contact_id::text and t.rest_until > w.now)
    order by e.seq limit 1) q
  union all
  select w.id, 'wakes', o.id::text, extract(epoch from w.now - o.urgent_at)::float8
  from w cross join lateral (
    select id, urgent_at from outbox b where b.workspace_id = w.id order by b.urgent_at, b.id limit 1) o
  union all
  select w.id, 'due', d.rule_id || ':' || d.contact_id || ':' || d.subject, extract(epoch from w.now - d.found_at)::float8
  from w cross join lateral (
    select rule_id, contact_id, subject, found_at from (
      select rule_id, contact_id, subject, found_at from due_queue q
      where q.workspace_id = w.id and q.handled_at is null order by q.crossing, q.contact_id limit 1000) first
    order by found_at limit 1) d
  union all
  select w.id, 'mails', m.id::text, extract(epoch from w.now - m.due_at)::float8
  from w cross join lateral (
    select n.id, coalesce(n.retry_at, n.send_at) as due_at from messages n
    where n.workspace_id = w.id and n.state = 'queued' and coalesce(n.retry_at, n.send_at) <= w.now
      and not exists (select 1 from flows f where f.workspace_id = w.id and f.id = n.flow_id and f.status = 'paused')
      and not exists (
        select 1 from messages earlier where earlier.workspace_id = w.id and earlier.enrolment_id = n.enrolment_id
          and earlier.channel = n.channel and earlier.state in ('queued', 'sending') and earlier.id < n.id)
    order by coalesce(n.retry_at, n.send_at) limit 1) m
  where w.is_real
  union all
  select w.id, 'sending', s.id::text, extract(epoch from w.now - s.claimed_at)::float8
  from w cross join lateral (
    select id, claimed_at from messages c where c.workspace_id = w.id and c.state = 'sending'
    order by c.claimed_at limit 1) s
  union all
  select w.id, 'timers', e.id || ':' || e.due_at, extract(epoch from w.now - e.due_at)::float8
  from w cross join lateral (
    select l.id, l.due_at from enrolments l
    where l.workspace_id = w.id and l.state <> 'ended' and l.state <> 'attention' and l.due_at <= w.now
      and not exists (select 1 from flows f where f.workspace_id = w.id and f.id = l.flow_id and f.status = 'paused')
    order by l.due_at limit 1) e
  where w.is_real
  union all
  select w.id, 'lines', r.id || ':' || r.watermark || ':' || coalesce(r.cursor_contact::text, ''),
    extract(epoch from w.now - r.watermark)::float8
  from w cross join lateral (
    select id, watermark, cursor_contact from due_rules d
    where d.workspace_id = w.id and d.retired_at is null and d.kind <> 'schedule'
      and not exists (select 1 from troubles t where t.workspace_id = w.id and t.queue = 'sweep'
        and t.subject = d.id::text and t.rest_until > w.now)
    order by d.watermark limit 1) r
  where w.is_real
  union all
  select w.id, 'schedules', s.id || ':' || coalesce(s.cursor_contact::text, ''),
    extract(epoch from w.now - coalesce(s.running_at, s.next_at))::float8
  from w cross join lateral (
    select id, running_at, next_at, cursor_contact from schedules c
    where c.workspace_id = w.id and c.retired_at is null and (c.running_at is not null or c.next_at <= w.now)
      and not exists (select 1 from troubles t where t.workspace_id = w.id and t.queue = 'schedule'
        and t.subject = c.id::text and t.rest_until > w.now)
    order by coalesce(c.running_at, c.next_at) limit 1) s
  where w.is_real
$$;
