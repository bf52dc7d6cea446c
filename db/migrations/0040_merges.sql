-- Contacts that became one, with what moved, so that it can be undone for 30 days.
create table contact_merges (
  workspace_id uuid not null,
  id uuid not null,
  from_contact_id uuid not null,
  into_contact_id uuid not null,
  -- The workspace's time; `stored_at` is the machine's, by which the log is purged.
  at timestamptz not null,
  stored_at timestamptz not null default clock_timestamp(),
  -- What the one had and both were like before; null once nothing can be undone any more.
  moved jsonb,
  undone_at timestamptz,
  undone_by text,
  primary key (workspace_id, id),
  foreign key (workspace_id, from_contact_id) references contacts on delete cascade,
  foreign key (workspace_id, into_contact_id) references contacts on delete cascade
);
create index contact_merges_of_contact on contact_merges (workspace_id, into_contact_id, at);
create index contact_merges_of_former on contact_merges (workspace_id, from_contact_id);
create index contact_merges_age on contact_merges (stored_at) where moved is not null;
alter table contact_merges enable row level security;
alter table contact_merges force row level security;
create policy own_workspace on contact_merges to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
do $$ begin
  execute format('create policy upkeep on contact_merges to %I using (true) with check (true)', current_user);
end $$;

-- The log tells for good that two became one; what moved, only while it can move back.
create function keep_merges() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update contact_merges set moved = null
  where moved is not null and stored_at < clock_timestamp() - interval '30 days';
end $$;
revoke execute on function keep_merges() from public;
grant execute on function keep_merges() to relance_app;

-- When and by what a name was tied to its contact, in the workspace's time; null where that was not noted.
alter table identities add column tied_at timestamptz;
alter table identities add column tied_by text
  check (tied_by in ('visit', 'event', 'identify', 'alias', 'mail-link', 'import'));

select forget_workspace_sizes();
