-- A segment is a saved rule; its members are whoever satisfies it now.
create table segments (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null,
  rule jsonb not null,
  -- What must happen for somebody to enter or leave, as `ruleListens` says it.
  listens text[] not null,
  -- Raised by each change of the rule.
  revision integer not null default 1,
  -- What a worker has still to do over everybody, batch by batch: gather the members of a new rule, or forget those
  -- of an archived segment. Null: nothing.
  work text check (work in ('fill', 'empty')),
  -- Of a segment being filled: everybody up to this contact has been asked the rule as it is now.
  cursor_contact uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id)
);
create index segments_with_work on segments (workspace_id, id) where work is not null;

create table segment_members (
  workspace_id uuid not null references workspaces,
  segment_id uuid not null,
  contact_id uuid not null,
  since timestamptz not null,
  primary key (workspace_id, segment_id, contact_id),
  foreign key (workspace_id, segment_id) references segments,
  foreign key (workspace_id, contact_id) references contacts
);
-- A merge moves one contact, a record shows one.
create index segment_members_of_contact on segment_members (workspace_id, contact_id);

-- When time alone may move somebody in or out. Workspace time.
create table segment_due (
  workspace_id uuid not null references workspaces,
  segment_id uuid not null,
  contact_id uuid not null,
  due_at timestamptz not null,
  primary key (workspace_id, segment_id, contact_id),
  foreign key (workspace_id, segment_id) references segments,
  foreign key (workspace_id, contact_id) references contacts
);
create index segment_due_at on segment_due (workspace_id, due_at, contact_id);
create index segment_due_of_contact on segment_due (workspace_id, contact_id);

-- Contacts to be asked outside the transaction that changed them: which of the segments, `key` says ('*': all).
create table segment_checks (
  workspace_id uuid not null references workspaces,
  contact_id uuid not null,
  key text not null,
  primary key (workspace_id, contact_id, key),
  foreign key (workspace_id, contact_id) references contacts
);

do $$
declare t text;
begin
  foreach t in array array['segments', 'segment_members', 'segment_due', 'segment_checks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_workspace on %I to relance_app
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
       with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
  foreach t in array array['segments', 'segment_due', 'segment_checks'] loop
    execute format('create policy scout_looks on %I for select to relance_scout using (true)', t);
  end loop;
end $$;
grant select (workspace_id, work) on segments to relance_scout;
grant select (workspace_id, due_at) on segment_due to relance_scout;
grant select (workspace_id) on segment_checks to relance_scout;

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
  union all select s.id, s.queue from w cross join lateral (
    select w.id, 'fill' as queue where (
      select true from segments g where g.workspace_id = w.id and g.work is not null limit 1)
    union all select w.id, 'segments' where coalesce(
      (select true from segment_checks k where k.workspace_id = w.id limit 1),
      (select true from segment_due d where d.workspace_id = w.id and d.due_at <= w.now limit 1))) s
$$;

-- What is still under way in a workspace: the first kind found, or null when everything due has been done.
-- One statement, so one snapshot; each look stops at the first row of an index.
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
  end
  from clock
$$;

select forget_workspace_sizes();
