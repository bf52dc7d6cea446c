-- Somebody is to be forgotten: a row of work, gone into `erased_at` in the transaction that forgets them. It keeps the
-- contact's id and nothing else of them.
create table erasures (
  workspace_id uuid not null references workspaces,
  contact_id uuid not null,
  asked_at timestamptz not null,
  asked_by text,
  erased_at timestamptz,
  primary key (workspace_id, contact_id)
);
create index erasures_waiting on erasures (workspace_id) where erased_at is null;
alter table erasures enable row level security;
alter table erasures force row level security;
create policy own_workspace on erasures to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on erasures to relance_app;
create policy scout_looks on erasures for select to relance_scout using (true);
grant select on erasures to relance_scout;

-- What is left of somebody erased: an empty row that their enrolments, messages and coupons still point to.
alter table contacts add column erased_at timestamptz;

select forget_workspace_sizes();
