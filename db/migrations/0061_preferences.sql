-- What a person has asked for on their own page. Which channels they allow are consents, as always.
create table contact_preferences (
  workspace_id uuid not null references workspaces,
  contact_id uuid not null,
  wants_less boolean not null default false,
  paused_until timestamptz,
  topics_off text[] not null default '{}',
  changed_at timestamptz not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
alter table contact_preferences enable row level security;
alter table contact_preferences force row level security;
create policy own_workspace on contact_preferences to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
select forget_workspace_sizes();
