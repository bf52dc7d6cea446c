-- Whom a mail with a wrong price, or one that binds us, has hit: a person answers each of them, whatever mail says sorry.
create table support_cases (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  -- The faulty send.
  flow_id uuid not null,
  node_id text not null,
  contact_id uuid not null,
  opened_at timestamptz not null,
  opened_by text,
  done_at timestamptz,
  done_by text,
  -- What was agreed.
  note text,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
);
-- One at a time for what one step sent to somebody.
create unique index support_case_open on support_cases (workspace_id, flow_id, node_id, contact_id) where done_at is null;
create index support_cases_of_contact on support_cases (workspace_id, contact_id);
create index support_cases_listed on support_cases (workspace_id, opened_at, id);
alter table support_cases enable row level security;
alter table support_cases force row level security;
create policy own_workspace on support_cases to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on support_cases to relance_app;
select forget_workspace_sizes();
