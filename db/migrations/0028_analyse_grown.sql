-- Plans are kept, and a plan for an empty table is wrong for one that has filled. Postgres looks for such tables once a
-- minute by itself; a shop's first hour should not wait for that. Analysing makes every connection plan again.
create function analyse_grown() returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  grown text;
begin
  if not pg_try_advisory_xact_lock(hashtext('analyse_grown')) then return; end if;
  -- Somebody else's analyse or vacuum of the same table is as good as ours.
  set local lock_timeout = '50ms';
  for grown in
    select s.relname from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.schemaname = 'public' and s.n_mod_since_analyze > 200 and s.n_mod_since_analyze > c.reltuples
  loop
    begin
      execute format('analyze %I', grown);
      return next grown;
    exception when lock_not_available then null;
    end;
  end loop;
end $$;
revoke execute on function analyse_grown() from public;
grant execute on function analyse_grown() to relance_app;
