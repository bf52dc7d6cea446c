-- What Postgres counts of workspaces says that a new one has a single row, until the table is analysed again: it then
-- reads the whole workspace where an id would do, once for each customer of a batch. So it is not to count them, but
-- to take any workspace for the whole table (Postgres 18; before, for a two-hundredth): then every further column of
-- an index is worth using.
create function forget_workspace_sizes() returns void
language plpgsql set search_path = public, pg_temp as $$
declare t record;
begin
  for t in
    select c.relname, c.relkind from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
      and coalesce(a.attstattarget, -1) <> 0
  loop
    execute format('alter table %I alter column workspace_id set statistics 0', t.relname);
    if current_setting('server_version_num')::integer >= 180000 then
      execute format('select pg_restore_attribute_stats(''schemaname'', ''public'', ''relname'', %L,
        ''attname'', ''workspace_id'', ''inherited'', %L::boolean, ''null_frac'', 0::real, ''avg_width'', 16,
        ''n_distinct'', 1::real)', t.relname, t.relkind = 'p');
    end if;
  end loop;
end $$;
select forget_workspace_sizes();

-- A new month begins without it.
create or replace function keep_events() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform ensure_event_partitions(2);
  perform forget_workspace_sizes();
  delete from event_keys where stored_at < clock_timestamp() - interval '90 days';
end $$;
revoke execute on function forget_workspace_sizes() from public;
