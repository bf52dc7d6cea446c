-- Whoever writes contacts outside of a workspace's own transactions, as an operator does, knows them from the machine's now.
alter table contact_state alter column known_at
  set default coalesce(workspace_now(nullif(current_setting('app.workspace', true), '')::uuid), clock_timestamp());
