-- A product that only events have told of: from when the latest of them is. Null once a catalogue says what it is.
alter table products add column learnt_at timestamptz;

-- Whether an address leads to a site or one under it; to any, where no site is named.
create function leads_to(address text, host text) returns boolean language sql immutable parallel safe as $$
  select coalesce(host is null or s.said = lower(host) or right(s.said, length(host) + 1) = '.' || lower(host), false)
  from (select lower(substring(address from '^https?://([^/:?#@]+)(?:[/:?#]|$)')) as said) s
$$;

-- Where a shop publishes its catalogue. Fetched by the machine's time, also on a test clock: the file is of now.
create table catalogue_feeds (
  workspace_id uuid primary key references workspaces,
  url text not null,
  every_hours integer not null default 24 check (every_hours between 1 and 168),
  next_at timestamptz not null default clock_timestamp(),
  -- How the last fetch ended: the import it became, or why there is none.
  fetched_at timestamptz,
  import_id uuid,
  error_code text,
  error_detail text,
  -- Of what was fetched last, so that the same file is not read again.
  digest text
);
alter table catalogue_feeds enable row level security;
alter table catalogue_feeds force row level security;
create policy own_workspace on catalogue_feeds to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on catalogue_feeds to relance_app;
create policy scout_looks on catalogue_feeds for select to relance_scout using (true);
grant select (workspace_id, next_at) on catalogue_feeds to relance_scout;

-- As in 0045, and feeds that are to be fetched. Nothing settles on them: they depend on a server that is not ours.
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
  union all select w.id, 'feed' from w where (
    select true from catalogue_feeds f where f.workspace_id = w.id and f.next_at <= clock_timestamp() limit 1)
$$;

select forget_workspace_sizes();
