-- A draft as several people change it at once: the document as it was at `revision`. A scenario has one from the first
-- time that it is opened on the canvas; flows.graph, positions and settings are always what the document makes.
create table flow_documents (
  workspace_id uuid not null references workspaces,
  flow_id uuid not null,
  revision integer not null,
  state bytea not null,
  primary key (workspace_id, flow_id),
  foreign key (workspace_id, flow_id) references flows on delete cascade
);
alter table flow_documents enable row level security;
alter table flow_documents force row level security;
create policy own_workspace on flow_documents to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Each change with the revision it made. Those the document holds already are kept for a week: they say who did what.
create table flow_updates (
  workspace_id uuid not null references workspaces,
  flow_id uuid not null,
  revision integer not null,
  change bytea not null,
  made_by text,
  made_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, flow_id, revision),
  foreign key (workspace_id, flow_id) references flow_documents on delete cascade
);
alter table flow_updates enable row level security;
alter table flow_updates force row level security;
create policy own_workspace on flow_updates to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
select forget_workspace_sizes();
