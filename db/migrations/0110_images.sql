-- Pictures for mails. The bytes lie elsewhere, under the token, which is all that a public address holds.
create table images (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  token text not null unique check (token ~ '^[A-Za-z0-9_-]{22}$'),
  name text not null check (name <> ''),
  -- What it shows, for whoever does not see it.
  alt text not null check (alt <> ''),
  format text not null check (format in ('png', 'jpeg', 'gif', 'webp')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes integer not null check (bytes > 0),
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);
alter table images enable row level security;
alter table images force row level security;
create policy own_workspace on images to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on images to relance_app;
select forget_workspace_sizes();
