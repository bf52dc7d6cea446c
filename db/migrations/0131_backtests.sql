-- What a drawing would have done in the thirty days before now, worked out by a worker a few people at a time.
create table backtests (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  flow_id uuid not null,
  plan jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- Whom the trigger may concern, in their order; how many there were in all, and how many of these are done.
  contact_ids uuid[],
  concerned integer,
  done integer not null default 0,
  -- What has been counted so far.
  figures jsonb not null default '{}',
  error text,
  created_by text,
  created_at timestamptz not null default clock_timestamp(),
  computed_at timestamptz,
  -- One worker at a time, until then.
  leased_until timestamptz not null default '-infinity',
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows on delete cascade
);
create index backtests_of_flow on backtests (workspace_id, flow_id, created_at desc);
create index backtests_to_do on backtests (workspace_id) where state in ('queued', 'running');

alter table backtests enable row level security;
alter table backtests force row level security;
create policy own_workspace on backtests to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on backtests to relance_app;
create policy scout_looks on backtests for select to relance_scout using (true);
grant select (workspace_id, state, leased_until) on backtests to relance_scout;

-- Which workspaces have a back-test to go on with: beside work_waiting(), as nothing of the engine hangs on it.
create function backtests_waiting() returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct b.workspace_id from backtests b
  where b.state in ('queued', 'running') and b.leased_until < clock_timestamp()
$$;
alter function backtests_waiting() owner to relance_scout;
revoke all on function backtests_waiting() from public;
grant execute on function backtests_waiting() to relance_app;

select forget_workspace_sizes();
