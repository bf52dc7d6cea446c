-- For repair: the ids of all workspaces, nothing of them.
create function every_workspace() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from workspaces order by created_at
$$;
grant create on schema public to relance_scout;
alter function every_workspace() owner to relance_scout;
revoke create on schema public from relance_scout;
revoke execute on function every_workspace() from public;
grant execute on function every_workspace() to relance_app;
