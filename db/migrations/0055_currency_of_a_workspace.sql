-- Whoever opens a workspace sees its amounts in its currency.
drop function workspaces_of_user(text);
create function workspaces_of_user(wanted text)
returns table (workspace_id uuid, name text, role text, locale text, time_zone text, currency text, clock_kind text,
  clock_now timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.name, case when o.role = 'owner' then 'owner' else m.role end,
    w.locale, w.time_zone, w.currency, w.clock_kind, w.clock_now
  from workspaces w
  left join members m on m.workspace_id = w.id and m.user_id = wanted
  left join organisation_members o on o.organisation_id = w.organisation_id and o.user_id = wanted
  where m.user_id is not null or o.role = 'owner'
  order by w.created_at, w.id
$$;
alter function workspaces_of_user(text) owner to relance_scout;
revoke execute on function workspaces_of_user(text) from public;
grant execute on function workspaces_of_user(text) to relance_app;
