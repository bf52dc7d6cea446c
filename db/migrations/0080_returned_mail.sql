-- What came of a message at the other end, where it was refused: by the server it was handed to, or by one behind it,
-- whose report comes later. Then `state` stays `sent`.
alter table messages add column bounce_class text check (bounce_class in ('hard', 'soft', 'blocked'));
alter table messages add column bounced_at timestamptz;

-- Somebody has answered a mail of the run: commercial steps wait.
alter table enrolments add column replied_at timestamptz;

-- Whose report it may be, before the workspace is known: a return address has room for half an id. The secret of each
-- decides.
create function workspaces_between(first uuid, last uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from workspaces where id between first and last limit 10
$$;
grant create on schema public to relance_scout;
alter function workspaces_between(uuid, uuid) owner to relance_scout;
revoke create on schema public from relance_scout;
revoke execute on function workspaces_between(uuid, uuid) from public;
grant execute on function workspaces_between(uuid, uuid) to relance_app;
