-- An editor asks for a draft to be published; a publisher publishes it, or says why not.
create table publish_requests (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  flow_id uuid not null,
  -- The draft that was asked for, and a digest of its steps and rules: whoever changes them afterwards changes what was asked.
  revision integer not null,
  drawn text not null,
  note text,
  asked_by text,
  asked_at timestamptz not null,
  answer text check (answer in ('published', 'declined', 'withdrawn')),
  answered_by text,
  answered_at timestamptz,
  -- Why it was declined.
  reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows (workspace_id, id) on delete cascade,
  check ((answer is null) = (answered_at is null)),
  check (answer is distinct from 'declined' or reason is not null)
);
-- One at a time for a scenario; those that are open are what publishers see.
create unique index publish_request_open on publish_requests (workspace_id, flow_id) where answer is null;
create index publish_requests_of_flow on publish_requests (workspace_id, flow_id, asked_at);
alter table publish_requests enable row level security;
alter table publish_requests force row level security;
create policy own_workspace on publish_requests to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on publish_requests to relance_app;
select forget_workspace_sizes();
