-- People who sign in: the sign-in library's tables, apart in their own schema. They belong to no
-- workspace; what a person may open is said by members and organisation_members.
create table auth.users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text not null default 'en',
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);

create table auth.sessions (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  ip_address text,
  user_agent text,
  user_id text not null references auth.users on delete cascade
);
create index sessions_of_user on auth.sessions (user_id);

create table auth.accounts (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth.users on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index accounts_of_user on auth.accounts (user_id);

-- Tokens of sign-in links, hashed; each is deleted by its first use.
create table auth.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index verifications_of_identifier on auth.verifications (identifier);

grant select, insert, update, delete on all tables in schema auth to relance_app;

-- The first start asks whether anything is there, before it can name a workspace; a second start at
-- the same moment waits for the first to end.
create function first_start_state() returns table (workspaces bigint, organisations bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from workspaces), (select count(*) from organisations)
$$;
grant select on organisations to relance_scout;
grant create on schema public to relance_scout;
alter function first_start_state() owner to relance_scout;
revoke create on schema public from relance_scout;
revoke execute on function first_start_state() from public;
grant execute on function first_start_state() to relance_app;
