-- A table is analysed when it holds twice as many rows as when it last was. What is written counted until now, and of a
-- message, written three times, that was every third more. Where nothing is added, three changes of every row count.
-- And less is read: sizes and the common values are what plans need in a rush; Postgres looks closely a while later.
create or replace function analyse_grown() returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  grown text;
begin
  if not pg_try_advisory_xact_lock(hashtext('analyse_grown')) then return; end if;
  -- Somebody else's analyse or vacuum of the same table is as good as ours.
  set local lock_timeout = '50ms';
  -- 300 rows are read for each.
  set local default_statistics_target = 30;
  for grown in
    select s.relname from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.schemaname = 'public' and s.n_mod_since_analyze > 200
      and (s.n_live_tup > 2 * c.reltuples or s.n_mod_since_analyze > 3 * c.reltuples)
  loop
    begin
      execute format('analyze %I', grown);
      return next grown;
    exception when lock_not_available then null;
    end;
  end loop;
end $$;
