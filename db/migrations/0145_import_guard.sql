-- Whom a file of contacts made known, so that a bad list can be told from everybody else.
create table import_people (
  workspace_id uuid not null references workspaces,
  contact_id uuid not null,
  import_id uuid not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  foreign key (workspace_id, import_id) references imports (workspace_id, id)
);
create index import_people_of on import_people (workspace_id, import_id);
alter table import_people enable row level security;
alter table import_people force row level security;
create policy own_workspace on import_people to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on import_people to relance_app;

-- The first mails to the people of each import, by which it is judged; never more than 500 of one.
create table import_sends (
  workspace_id uuid not null references workspaces,
  import_id uuid not null,
  message_id uuid not null,
  -- When it came back for good; null: it has not.
  hard_at timestamptz,
  primary key (workspace_id, import_id, message_id),
  foreign key (workspace_id, import_id) references imports (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id)
);
create index import_sends_message on import_sends (workspace_id, message_id);
alter table import_sends enable row level security;
alter table import_sends force row level security;
create policy own_workspace on import_sends to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on import_sends to relance_app;

-- Who lifted a pause, and why.
alter table sending_pauses add column lifted_by text, add column lift_reason text;
select forget_workspace_sizes();
