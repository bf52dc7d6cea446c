-- Every table of a workspace: seen and written only inside a transaction that has set app.workspace.
-- '' is what a pooled connection keeps after such a transaction, hence nullif.
do $$
declare t text;
begin
  for t in
    select c.table_name from information_schema.columns c
    join information_schema.tables i on i.table_schema = c.table_schema and i.table_name = c.table_name
    where c.table_schema = 'public' and c.column_name = 'workspace_id' and i.table_type = 'BASE TABLE'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_workspace on %I to relance_app
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
       with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy own_workspace on workspaces to relance_app
  using (id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (id = nullif(current_setting('app.workspace', true), '')::uuid);

-- The scout sees queues, rules and clocks of all workspaces, through its functions only.
do $$
declare t text;
begin
  foreach t in array array['event_queue', 'outbox', 'messages', 'imports', 'intakes', 'due_queue', 'due_rules',
    'schedules', 'enrolments', 'workspaces', 'api_keys', 'members']
  loop
    execute format('create policy scout_looks on %I for select to relance_scout using (true)', t);
    execute format('grant select on %I to relance_scout', t);
  end loop;
end $$;
grant select on organisation_members to relance_scout;
grant usage on schema public to relance_app, relance_scout;
grant create on schema public to relance_scout;
alter function work_waiting() owner to relance_scout;
alter function find_key(bytea) owner to relance_scout;
alter function workspaces_of_user(text) owner to relance_scout;
revoke create on schema public from relance_scout;
revoke execute on function work_waiting(), find_key(bytea), workspaces_of_user(text) from public;
grant execute on function work_waiting(), find_key(bytea), workspaces_of_user(text) to relance_app;

grant select, insert, update, delete on all tables in schema public to relance_app;
grant usage, select on all sequences in schema public to relance_app;
revoke insert, update, delete on installation from relance_app;
grant insert, update on installation to relance_app;
grant usage on schema auth to relance_app;
alter default privileges in schema public grant select, insert, update, delete on tables to relance_app;
alter default privileges in schema auth grant select, insert, update, delete on tables to relance_app;
