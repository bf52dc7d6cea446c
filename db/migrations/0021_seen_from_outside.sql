-- What a worker has seen itself of late, told with its heartbeat: see workers' figures in the server's status.
alter table workers add column figures jsonb not null default '{}';

-- What a loop could not do and for how long, so that a person can be told and others need not wait for it.
-- Subject: the one piece of work that fails (a line, a schedule, a contact's events); empty: the loop itself.
create table troubles (
  workspace_id uuid not null references workspaces,
  queue text not null,
  subject text not null default '',
  flow_id uuid,
  -- Machine time, all three.
  since timestamptz not null default clock_timestamp(),
  last_at timestamptz not null default clock_timestamp(),
  -- Until then others have their turn.
  rest_until timestamptz not null default clock_timestamp(),
  times integer not null default 1,
  error text not null,
  primary key (workspace_id, queue, subject)
);
alter table troubles enable row level security;
alter table troubles force row level security;
create policy own_workspace on troubles to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

create policy scout_looks on flows for select to relance_scout using (true);
grant select (workspace_id, id, status) on flows to relance_scout;
create policy scout_looks on troubles for select to relance_scout using (true);
grant select (workspace_id, queue, subject, rest_until) on troubles to relance_scout;

-- The oldest piece of work of each queue, and how long it has waited, in seconds of the time that queue goes by.
-- `head` changes whenever the queue moves. Of a workspace on a test clock only what goes by machine time is told:
-- its own time stands still. Each look stops at the first row of an index, past those that wait rightly
-- (of a paused flow, behind an earlier mail, resting after a failure).
create function queue_ages(only_workspace uuid default null)
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
  select w.id, 'wakes', o.id::text, extract(epoch from w.now - o.created_at)::float8
  from w cross join lateral (
    select id, created_at from outbox b where b.workspace_id = w.id order by b.id limit 1) o
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

grant create on schema public to relance_scout;
alter function queue_ages(uuid) owner to relance_scout;
revoke create on schema public from relance_scout;
revoke execute on function queue_ages(uuid) from public;
grant execute on function queue_ages(uuid) to relance_app;

-- The status page lists them; both are few.
create index enrolments_in_attention on enrolments (workspace_id, id) where state = 'attention';
create index event_queue_failed on event_queue (workspace_id, seq) where state = 'failed';
