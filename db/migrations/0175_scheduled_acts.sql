-- What is to happen to a scenario by itself, at an instant of the workspace's time: a draft goes live, or it ends.
create table scheduled_acts (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  flow_id uuid not null,
  act text not null check (act in ('start', 'end')),
  at timestamptz not null,
  -- What becomes of those who are inside then.
  people text not null check (people in ('finish', 'move', 'leave')),
  -- Of a start: the draft as it was, what it was compiled to, and what else was chosen.
  draft jsonb,
  plan jsonb,
  choices jsonb,
  made_by text,
  made_at timestamptz not null,
  -- Null while it is to come. What failed is cancelled once somebody has seen to it.
  outcome text check (outcome in ('done', 'cancelled', 'failed')),
  ended_by text,
  ended_at timestamptz,
  -- Why it failed, in each language.
  failure jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows (workspace_id, id) on delete cascade,
  check ((outcome is null) = (ended_at is null)),
  check (outcome is distinct from 'failed' or failure is not null),
  check ((act = 'start') = (draft is not null and plan is not null and choices is not null))
);
-- One start and one end of a scenario at a time.
create unique index scheduled_act_open on scheduled_acts (workspace_id, flow_id, act) where outcome is null;
create index scheduled_acts_due on scheduled_acts (workspace_id, at) where outcome is null;
create index scheduled_acts_of_flow on scheduled_acts (workspace_id, flow_id, made_at);
alter table scheduled_acts enable row level security;
alter table scheduled_acts force row level security;
create policy own_workspace on scheduled_acts to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on scheduled_acts to relance_app;
create policy scout_looks on scheduled_acts for select to relance_scout using (true);
grant select (workspace_id, at, outcome) on scheduled_acts to relance_scout;

-- Which workspaces have one whose instant has come: beside work_waiting().
create function scheduled_acts_waiting() returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id from workspaces w where (
    select true from scheduled_acts a where a.workspace_id = w.id and a.outcome is null
      and a.at <= case when w.clock_kind = 'test' then w.clock_now else clock_timestamp() end limit 1)
$$;
alter function scheduled_acts_waiting() owner to relance_scout;
revoke all on function scheduled_acts_waiting() from public;
grant execute on function scheduled_acts_waiting() to relance_app;

-- When whoever published a version had scheduled it; null: it went live at once.
alter table flow_versions add column scheduled_at timestamptz;

select forget_workspace_sizes();
