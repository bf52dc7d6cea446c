-- A sending: one occurrence of a schedule, such as a newsletter, from its beginning until the last of its audience is in.
create table sendings (
  workspace_id uuid not null references workspaces,
  -- Made as it begins: whoever enters by it has a later id.
  id uuid not null,
  flow_id uuid not null,
  version integer not null,
  rule_id uuid not null,
  -- What the schedule calls it: the instant at which the scenario's own clock shows the hour.
  at timestamptz not null,
  -- When it is whose turn: [{"at", "zones"}].
  waves jsonb not null,
  total integer not null,
  -- Handed to the queue of entries so far.
  queued integer not null default 0,
  began_at timestamptz not null,
  -- When the last of them was.
  queued_at timestamptz,
  cancelled_at timestamptz,
  -- How many of it were not sent to any more.
  cancelled integer,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows,
  foreign key (workspace_id, rule_id) references due_rules
);
create unique index sending_once on sendings (workspace_id, rule_id, at);
create index sendings_of_flow on sendings (workspace_id, flow_id, id);
alter table sendings enable row level security;
alter table sendings force row level security;
create policy own_workspace on sendings to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Somebody who may publish has looked at what is sent, or at whom it is sent to. It holds for what was looked at.
create table flow_approvals (
  workspace_id uuid not null references workspaces,
  flow_id uuid not null,
  kind text not null check (kind in ('content', 'target')),
  digest text not null,
  by text,
  approved_at timestamptz not null,
  primary key (workspace_id, flow_id, kind, digest),
  foreign key (workspace_id, flow_id) references flows on delete cascade
);
alter table flow_approvals enable row level security;
alter table flow_approvals force row level security;
create policy own_workspace on flow_approvals to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Of a schedule: the occurrence that comes next, as the scenario's own clock calls it. `next_at` is when to look again,
-- also within an occurrence; `running_at` the occurrence under way; `wave` and `taken` how far that has come.
alter table schedules add column occurs_at timestamptz;
alter table schedules add column wave integer not null default 0;
alter table schedules add column taken integer not null default 0;
alter table schedules add column paced_from timestamptz;
update schedules set occurs_at = next_at where running_at is null;
update schedules set next_at = coalesce(next_at, running_at) where running_at is not null;

-- As in 0047, 0045 and 0050; a schedule has work when its moment has come, unless its scenario is paused.
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
      and s.next_at <= w.now and not exists (
        select 1 from flows p where p.workspace_id = s.workspace_id and p.id = s.flow_id and p.status = 'paused') limit 1)
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
    when exists (select 1 from public.schedules s
      where s.workspace_id = w and s.retired_at is null and s.next_at <= now and not exists (
        select 1 from public.flows p where p.workspace_id = w and p.id = s.flow_id and p.status = 'paused')) then 'schedules'
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
    where c.workspace_id = w.id and c.retired_at is null and c.next_at <= w.now
      and not exists (select 1 from flows p where p.workspace_id = w.id and p.id = c.flow_id and p.status = 'paused')
      and not exists (select 1 from troubles t where t.workspace_id = w.id and t.queue = 'schedule'
        and t.subject = c.id::text and t.rest_until > w.now)
    order by coalesce(c.running_at, c.next_at) limit 1) s
  where w.is_real
  union all
  select w.id, 'imports', i.id || ':' || i.read, extract(epoch from w.now - i.created_at)::float8
  from w cross join lateral (
    select id, read, created_at from imports p
    where p.workspace_id = w.id and p.state in ('queued', 'reading') order by p.created_at limit 1) i
  union all
  select w.id, 'intakes', k.id || ':' || k.taken || ':' || coalesce(k.cursor_contact::text, ''),
    extract(epoch from w.now - k.until)::float8
  from w cross join lateral (
    select id, taken, cursor_contact, until from intakes n
    where n.workspace_id = w.id and n.finished_at is null order by n.until limit 1) k
  where w.is_real
  union all
  select w.id, 'activity', a.line || ':' || a.watermark || ':' || coalesce(a.cursor_contact::text, ''),
    extract(epoch from w.now - a.next_at)::float8
  from w cross join lateral (
    select line, watermark, cursor_contact, next_at from activity_lines l
    where l.workspace_id = w.id and l.next_at <= w.now order by l.next_at limit 1) a
  where w.is_real
  union all
  select w.id, 'scores', z.head, extract(epoch from w.now - z.since)::float8
  from w cross join lateral (
    (select b.id || ':' || b.state as head, b.created_at as since from score_builds b
      where b.workspace_id = w.id and b.state in ('queued', 'reading') order by b.created_at, b.id limit 1)
    union all
    (select 'night:' || s.next_at, s.next_at from score_state s
      where s.workspace_id = w.id and w.is_real and s.next_at <= w.now)
    order by 2 limit 1) z
  union all
  select w.id, 'fills', g.id || ':' || g.revision || ':' || coalesce(g.cursor_contact::text, ''),
    extract(epoch from w.now - coalesce(g.archived_at, g.updated_at))::float8
  from w cross join lateral (
    select id, revision, cursor_contact, archived_at, updated_at from segments t
    where t.workspace_id = w.id and t.work is not null order by t.id limit 1) g
  where w.is_real
  union all
  select w.id, 'segments', c.head, extract(epoch from w.now - c.since)::float8
  from w cross join lateral (
    (select k.contact_id || ':' || k.key as head, k.stored_at as since from segment_checks k
      where k.workspace_id = w.id and not exists (select 1 from troubles t where t.workspace_id = w.id
        and t.queue = 'segments' and t.subject = k.contact_id::text and t.rest_until > w.now)
      order by k.contact_id, k.key limit 1)
    union all
    (select d.contact_id || ':' || d.segment_id, d.due_at from segment_due d
      where d.workspace_id = w.id and w.is_real and d.due_at <= w.now
        and not exists (select 1 from troubles t where t.workspace_id = w.id
          and t.queue = 'segments' and t.subject = d.contact_id::text and t.rest_until > w.now)
      order by d.due_at, d.contact_id limit 1)
    order by 2 limit 1) c
  union all
  select w.id, 'erasures', x.contact_id::text, extract(epoch from w.now - x.asked_at)::float8
  from w cross join lateral (
    select contact_id, asked_at from erasures r
    where r.workspace_id = w.id and r.erased_at is null order by r.asked_at limit 1) x
  where w.is_real
  union all
  select w.id, 'feeds', f.next_at::text, extract(epoch from w.now - f.next_at)::float8
  from w join catalogue_feeds f on f.workspace_id = w.id and f.next_at <= w.now
$$;

select forget_workspace_sizes();
