-- Whom a sending did not let in, though they were of its audience: turned away at the door, or spared by a cancellation.
-- The people behind its figures. No key to contacts: an audience of a hundred thousand is written while nobody may move.
create table sending_missed (
  workspace_id uuid not null references workspaces,
  sending_id uuid not null,
  contact_id uuid not null,
  -- As the queue of entries calls it (reentry, filter …), or `cancelled`.
  reason text not null,
  at timestamptz not null,
  primary key (workspace_id, sending_id, contact_id),
  foreign key (workspace_id, sending_id) references sendings
);
create index sending_missed_of_contact on sending_missed (workspace_id, contact_id);
-- Sendings that began before have none, and their figures open no list.
alter table sendings add column names_missed boolean not null default false;

-- Whom an apology left out, and why. Of apologies made before, only how many is known.
create table apology_left_out (
  workspace_id uuid not null references workspaces,
  apology_id uuid not null,
  contact_id uuid not null,
  reason text not null,
  primary key (workspace_id, apology_id, contact_id),
  foreign key (workspace_id, apology_id) references apologies,
  foreign key (workspace_id, contact_id) references contacts
);
create index apology_left_out_of_contact on apology_left_out (workspace_id, contact_id);
do $$
declare t text;
begin
  foreach t in array array['sending_missed', 'apology_left_out'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to relance_app
      using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
      with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to relance_app', t);
  end loop;
end $$;
select forget_workspace_sizes();
