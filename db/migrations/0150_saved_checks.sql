-- A customer and where they are to end: walked through the drawing again whenever somebody asks, and at each publish.
create table saved_checks (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  flow_id uuid not null,
  contact_id uuid not null,
  name text not null,
  -- Whether only the end has to be the same, or each step on the way.
  compares text not null check (compares in ('end', 'path')),
  -- From when, what was known then, and what was taken for what nobody could know.
  asked jsonb not null,
  -- The path as it was when it was saved.
  expected jsonb not null,
  created_by text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows on delete cascade,
  foreign key (workspace_id, contact_id) references contacts
);
create index saved_checks_of_flow on saved_checks (workspace_id, flow_id, created_at);
create index saved_checks_of_contact on saved_checks (workspace_id, contact_id);

alter table saved_checks enable row level security;
alter table saved_checks force row level security;
create policy own_workspace on saved_checks to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on saved_checks to relance_app;

select forget_workspace_sizes();
