-- How long the oldest act whose instant has come has waited, by workspace: beside queue_ages(), and seen as it sees the
-- other queues. On a test clock nobody is late, and what failed a moment ago rests and is told of.
create function scheduled_act_ages(only_workspace uuid default null)
returns table (workspace_id uuid, queue text, head text, seconds double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, 'acts', a.id::text, extract(epoch from clock_timestamp() - a.at)::float8
  from workspaces w cross join lateral (
    select s.id, s.at from scheduled_acts s
    where s.workspace_id = w.id and s.outcome is null and s.at <= clock_timestamp()
      and not exists (select 1 from troubles t where t.workspace_id = w.id and t.queue = 'act'
        and t.subject = s.id::text and t.rest_until > clock_timestamp())
    order by s.at limit 1) a
  where w.clock_kind = 'real' and (only_workspace is null or w.id = only_workspace)
$$;
grant select (id) on scheduled_acts to relance_scout;
alter function scheduled_act_ages(uuid) owner to relance_scout;
revoke all on function scheduled_act_ages(uuid) from public;
grant execute on function scheduled_act_ages(uuid) to relance_app;
