-- A rehearsal has a clock of its own, which only its transaction sees: it sets `app.rehearsed_at` for itself, and is
-- rolled back. Everywhere else the setting is empty, and the workspace's own clock answers.
create or replace function workspace_now(workspace uuid) returns timestamptz
language sql volatile set search_path = public, pg_temp as $$
  select date_trunc('milliseconds', coalesce(
    nullif(current_setting('app.rehearsed_at', true), '')::timestamptz,
    case when clock_kind = 'test' then clock_now else clock_timestamp() end))
  from workspaces where id = workspace
$$;
