-- Roles. The app's role owns nothing and cannot bypass row-level security;
-- the scout's owns one function that says which workspaces have work, and nothing else.
do $$
begin
  begin create role relance_app nologin nobypassrls; exception when duplicate_object or unique_violation then null; end;
  begin create role relance_scout nologin nobypassrls; exception when duplicate_object or unique_violation then null; end;
  execute format('grant relance_app to %I', current_user);
  execute format('grant relance_scout to %I', current_user);
end $$;

create schema if not exists auth;

create table organisations (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default clock_timestamp()
);

create table organisation_members (
  organisation_id uuid not null references organisations,
  user_id text not null,
  role text not null check (role in ('owner', 'member')),
  primary key (organisation_id, user_id)
);

create table workspaces (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  name text not null,
  time_zone text not null default 'Europe/Paris',
  locale text not null default 'en',
  currency text not null default 'EUR',
  -- A test clock stands still until it is advanced; a real one is the database's.
  clock_kind text not null default 'real' check (clock_kind in ('real', 'test')),
  clock_now timestamptz,
  -- Signs links in mails.
  secret bytea not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  check ((clock_kind = 'test') = (clock_now is not null))
);

create table members (
  workspace_id uuid not null references workspaces,
  user_id text not null,
  role text not null check (role in ('owner', 'publisher', 'editor', 'viewer')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, user_id)
);
create index members_of_user on members (user_id);

create table api_keys (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  kind text not null check (kind in ('api', 'write')),
  name text not null,
  -- sha256 of the key; the key itself is shown once and never stored.
  hash bytea not null unique,
  hint text not null,
  can_create_workspaces boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz,
  primary key (workspace_id, id)
);

-- Machine time: leases and heartbeats of the worker processes. Belongs to no workspace.
create table workers (
  id uuid primary key,
  started_at timestamptz not null default clock_timestamp(),
  beat_at timestamptz not null default clock_timestamp()
);

-- One row: facts about this installation, such as the id of Temporal's namespace.
create table installation (
  key text primary key,
  value text not null
);

-- The workspace's now, to the millisecond, because that is what the engine's code can hold.
create function workspace_now(workspace uuid) returns timestamptz
language sql volatile set search_path = public, pg_temp as $$
  select date_trunc('milliseconds', case when clock_kind = 'test' then clock_now else clock_timestamp() end)
  from workspaces where id = workspace
$$;
