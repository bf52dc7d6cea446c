-- A scoring of everybody: asked for by a person, or by the night. `as_of` is workspace time; the rest machine time.
create table score_builds (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  as_of timestamptz not null,
  -- Asked for as of an instant: only what was ordered before it counts.
  pinned boolean not null,
  state text not null default 'queued' check (state in ('queued', 'reading', 'done', 'failed')),
  -- Which worker does it; another one begins only when that one's heart has stopped.
  reader uuid,
  -- The lowest value of each score, and customers and revenue by cell: what the page shows.
  figures jsonb,
  error text,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index score_builds_open on score_builds (workspace_id, created_at, id) where state in ('queued', 'reading');

-- What a workspace's customers are scored against now, and when the next night comes. One row a workspace that scores.
create table score_state (
  workspace_id uuid primary key references workspaces,
  build_id uuid,
  next_at timestamptz not null,
  foreign key (workspace_id, build_id) references score_builds
);

-- A customer's scores as they stand; whoever has no order that stands has none.
create table contact_scores (
  workspace_id uuid not null,
  contact_id uuid not null,
  last_order_at timestamptz not null,
  orders integer not null,
  revenue_cents bigint not null,
  r smallint not null check (r between 1 and 5),
  f smallint not null check (f between 1 and 5),
  m smallint not null check (m between 1 and 5),
  percentile double precision not null,
  -- From when on these are the scores, in workspace time.
  scored_at timestamptz not null,
  -- The build whose breakpoints an order was measured by since; null where the build itself wrote the row.
  live_build uuid,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
) with (fillfactor = 80);
create index contact_scores_live on contact_scores (workspace_id, contact_id) where live_build is not null;

-- What the scores were before: from `at` until the next row, the last one until contact_scores.scored_at.
create table score_history (
  workspace_id uuid not null,
  contact_id uuid not null,
  at timestamptz not null,
  r smallint not null,
  f smallint not null,
  m smallint not null,
  percentile double precision not null,
  primary key (workspace_id, contact_id, at),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);

-- What a build will change, until it is written: a row goes with the batch that writes it.
create table score_staging (
  workspace_id uuid not null,
  build_id uuid not null,
  contact_id uuid not null,
  -- Null: no order stands any more.
  last_order_at timestamptz,
  orders integer,
  revenue_cents bigint,
  r smallint,
  f smallint,
  m smallint,
  percentile double precision,
  -- The row that is to be changed, as it was seen; null: there was none.
  seen_orders integer,
  seen_revenue_cents bigint,
  seen_r smallint,
  seen_f smallint,
  seen_m smallint,
  seen_percentile double precision,
  seen_at timestamptz,
  primary key (workspace_id, build_id, contact_id)
);

-- The share of customers who are worse, at up to a thousand places of the order by total, revenue and last order.
create table score_steps (
  workspace_id uuid not null references workspaces,
  build_id uuid not null,
  total integer not null,
  revenue_cents bigint not null,
  last_order_on date not null,
  percentile double precision not null,
  primary key (workspace_id, build_id, total, revenue_cents, last_order_on)
);

-- Days from the order of a rank to the next one, over the customers who made both.
create table order_latencies (
  workspace_id uuid not null references workspaces,
  rank integer not null,
  cases integer not null,
  mean_days double precision not null,
  median_days double precision not null,
  p80_days double precision not null,
  primary key (workspace_id, rank)
);

do $$
declare t text;
begin
  foreach t in array array['score_builds', 'score_state', 'contact_scores', 'score_history', 'score_staging',
    'score_steps', 'order_latencies']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_workspace on %I to relance_app
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
       with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
create policy scout_looks on score_builds for select to relance_scout using (true);
create policy scout_looks on score_state for select to relance_scout using (true);
grant select on score_builds, score_state to relance_scout;

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
  -- Scores: a build that is asked for, or a night that has come.
  union all select w.id, 'score' from w where coalesce(
    (select true from score_builds b where b.workspace_id = w.id and b.state in ('queued', 'reading') limit 1),
    (select true from score_state z where z.workspace_id = w.id and z.next_at <= w.now))
$$;

create or replace function first_unsettled(w uuid) returns text
language sql volatile as $$
  with clock as materialized (select public.workspace_now(w) as now)
  select case
    when exists (select 1 from public.event_queue where workspace_id = w and state <> 'failed') then 'events'
    when exists (select 1 from public.outbox where workspace_id = w) then 'wakes'
    when exists (select 1 from public.due_queue where workspace_id = w and handled_at is null) then 'due'
    when exists (select 1 from public.intakes where workspace_id = w and finished_at is null) then 'intakes'
    when exists (select 1 from public.due_rules
      where workspace_id = w and retired_at is null and kind <> 'schedule' and watermark < now) then 'rules'
    when exists (select 1 from public.schedules
      where workspace_id = w and retired_at is null and (running_at is not null or next_at <= now)) then 'schedules'
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
    -- Scores: a build that is asked for, or a night that has come.
    when exists (select 1 from public.score_builds where workspace_id = w and state in ('queued', 'reading')
      union all select 1 from public.score_state where workspace_id = w and next_at <= now) then 'scores'
  end
  from clock
$$;
select forget_workspace_sizes();
