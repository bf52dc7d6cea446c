-- A step has sent one mail to one person more than once within a day or so: it stands still until somebody has looked.
create table repeat_alarms (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  flow_id uuid not null,
  node_id text not null,
  template_id uuid not null,
  raised_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by text,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows
);
create unique index repeat_alarm_open on repeat_alarms (workspace_id, flow_id, node_id) where lifted_at is null;
create index repeat_alarms_of_node on repeat_alarms (workspace_id, flow_id, node_id, lifted_at);

-- An apology for what a step sent in a span of time, and to whom it goes.
create table apologies (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  -- The faulty send.
  flow_id uuid not null,
  node_id text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  whom text not null check (whom in ('repeated', 'everyone')),
  -- The scenario that says sorry.
  sent_by uuid not null,
  left_out jsonb not null,
  made_at timestamptz not null,
  made_by text,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows,
  foreign key (workspace_id, sent_by) references flows (workspace_id, id)
);
create index apologies_of_send on apologies (workspace_id, flow_id, node_id);
create table apology_people (
  workspace_id uuid not null references workspaces,
  apology_id uuid not null,
  contact_id uuid not null,
  primary key (workspace_id, apology_id, contact_id),
  foreign key (workspace_id, apology_id) references apologies,
  foreign key (workspace_id, contact_id) references contacts
);
create index apology_people_of_contact on apology_people (workspace_id, contact_id);
do $$
declare t text;
begin
  foreach t in array array['repeat_alarms', 'apologies', 'apology_people'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to relance_app
      using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
      with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
select forget_workspace_sizes();
