-- Whom a workspace calls inactive: the first definition, by priority, that is about somebody decides.
create table inactivity_definitions (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null,
  priority integer not null,
  signals text[] not null,
  match text not null check (match in ('any', 'all')),
  silence text not null,
  -- Whom it is about: a rule, a product category they have bought in; null: everybody.
  applies_to jsonb,
  category text,
  grace_days integer not null default 0,
  grace_messages integer not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);
alter table inactivity_definitions enable row level security;
alter table inactivity_definitions force row level security;
create policy own_workspace on inactivity_definitions to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- What somebody's inactivity is like, by the mails, reactions and orders of the last days: their mails do not reach
-- them (technical), they react and do not buy (commercial), neither, or too few mails to tell.
create function inactivity_kind(delivered bigint, reactions bigint, orders bigint, settings jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when delivered < coalesce((settings #>> '{activity,reactionMinDelivered}')::integer, 5) then 'undetermined'
    when reactions = 0 then 'technical'
    when orders = 0 then 'commercial'
    else 'neither' end
$$;
create function reaction_window(settings jsonb) returns integer
language sql immutable parallel safe as $$
  select coalesce((settings #>> '{activity,reactionWindowDays}')::integer, 90)
$$;
select forget_workspace_sizes();
