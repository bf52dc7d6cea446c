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

-- A schedule has work when its moment has come, unless its scenario is paused: said so wherever it is asked.
do $$
declare f regprocedure;
begin
  for f in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosrc ~ 'running_at is not null or'
  loop
    execute regexp_replace(regexp_replace(regexp_replace(pg_get_functiondef(f),
      '\(s\.running_at is not null or s\.next_at <= w\.now\)',
      '(s.next_at <= w.now and not exists (select 1 from flows p where p.workspace_id = s.workspace_id and p.id = s.flow_id and p.status = ''paused''))', 'g'),
      '\(running_at is not null or next_at <= now\)',
      '(next_at <= now and not exists (select 1 from public.flows p where p.workspace_id = w and p.id = schedules.flow_id and p.status = ''paused''))', 'g'),
      '\(c\.running_at is not null or c\.next_at <= w\.now\)',
      '(c.next_at <= w.now and not exists (select 1 from flows p where p.workspace_id = c.workspace_id and p.id = c.flow_id and p.status = ''paused''))', 'g');
  end loop;
end $$;

select forget_workspace_sizes();
