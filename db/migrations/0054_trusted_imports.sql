-- For the rest of a transaction, keys are not checked and triggers are silent. For imports of orders, whose rows hang on
-- rows that the same transaction has found or made, and whose totals are counted at the end: the checks locked, and so
-- rewrote, the contact of each order, and with the triggers took half of an import. Where the schema's owner may not
-- grant it (it takes a superuser), an import takes longer and is the same.
create function trust_keys() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('session_replication_role', 'replica', true);
exception when insufficient_privilege then
  null;
end $$;
revoke execute on function trust_keys() from public;
grant execute on function trust_keys() to relance_app;
