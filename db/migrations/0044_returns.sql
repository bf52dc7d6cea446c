-- How likely each customer is to order again, learned from the workspace's own past; rewritten whole.
create table contact_returns (
  workspace_id uuid not null,
  contact_id uuid not null,
  -- Recency and frequency, 1 to 5 each, as of the moment below.
  recency integer not null check (recency between 1 and 5),
  frequency integer not null check (frequency between 1 and 5),
  -- Share of their cell who ordered within the days after a past date.
  chance double precision not null,
  -- Among the inactive, the most likely first; null: not inactive.
  rank integer,
  as_of timestamptz not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index contact_returns_ranked on contact_returns (workspace_id, rank) where rank is not null;
alter table contact_returns enable row level security;
alter table contact_returns force row level security;
create policy own_workspace on contact_returns to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
select forget_workspace_sizes();
