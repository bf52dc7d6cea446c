-- A scoring of everybody: asked for by a person, or by the night. `as_of` is workspace time; the rest machine time.
create table score_builds (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  as_of timestamptz not null,
  -- Asked for as of an instant: only what was ordered before it counts.
  pinned boolean not null,
  state text not null default 'queued' check (state in ('queued', 'reading', 'done', 'failed')),
  -- Which worker does it; another one begins only when that one's heart has stopped.
  reader uuid,
  -- The lowest value of each score, and customers and revenue by cell: what the page shows.
  figures jsonb,
  error text,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index score_builds_open on score_builds (workspace_id, created_at, id) where state in ('queued', 'reading');

-- What a workspace's customers are scored against now, and when the next night comes. One row a workspace that scores.
create table score_state (
  workspace_id uuid primary key references workspaces,
  build_id uuid,
  next_at timestamptz not null,
  foreign key (workspace_id, build_id) references score_builds
);

-- A customer's scores as they stand; whoever has no order that stands has none.
create table contact_scores (
  workspace_id uuid not null,
  contact_id uuid not null,
  last_order_at timestamptz not null,
  orders integer not null,
  revenue_cents bigint not null,
  r smallint not null check (r between 1 and 5),
  f smallint not null check (f between 1 and 5),
  m smallint not null check (m between 1 and 5),
  percentile double precision not null,
  -- From when on these are the scores, in workspace time.
  scored_at timestamptz not null,
  -- The build whose breakpoints an order was measured by since; null where the build itself wrote the row.
  live_build uuid,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
) with (fillfactor = 80);
create index contact_scores_live on contact_scores (workspace_id, contact_id) where live_build is not null;

-- What the scores were before: from `at` until the next row, the last one until contact_scores.scored_at.
create table score_history (
  workspace_id uuid not null,
  contact_id uuid not null,
  at timestamptz not null,
  r smallint not null,
  f smallint not null,
  m smallint not null,
  percentile double precision not null,
  primary key (workspace_id, contact_id, at),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);

-- What a build will change, until it is written: a row goes with the batch that writes it.
create table score_staging (
  workspace_id uuid not null,
  build_id uuid not null,
  contact_id uuid not null,
  -- Null: no order stands any more.
  last_order_at timestamptz,
  orders integer,
  revenue_cents bigint,
  r smallint,
  f smallint,
  m smallint,
  percentile double precision,
  -- The row that is to be changed, as it was seen; null: there was none.
  seen_orders integer,
  seen_revenue_cents bigint,
  seen_r smallint,
  seen_f smallint,
  seen_m smallint,
  seen_percentile double precision,
  seen_at timestamptz,
  primary key (workspace_id, build_id, contact_id)
);

-- The share of customers who are worse, at up to a thousand places of the order by total, revenue and last order.
create table score_steps (
  workspace_id uuid not null references workspaces,
  build_id uuid not null,
  total integer not null,
  revenue_cents bigint not null,
  last_order_on date not null,
  percentile double precision not null,
  primary key (workspace_id, build_id, total, revenue_cents, last_order_on)
);

-- Days from the order of a rank to the next one, over the customers who made both.
create table order_latencies (
  workspace_id uuid not null references workspaces,
  rank integer not null,
  cases integer not null,
  mean_days double precision not null,
  median_days double precision not null,
  p80_days double precision not null,
  primary key (workspace_id, rank)
);

do $$
declare t text;
begin
  foreach t in array array['score_builds', 'score_state', 'contact_scores', 'score_history', 'score_staging',
    'score_steps', 'order_latencies']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_workspace on %I to relance_app
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
       with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
create policy scout_looks on score_builds for select to relance_scout using (true);
create policy scout_looks on score_state for select to relance_scout using (true);
grant select on score_builds, score_state to relance_scout;

select forget_workspace_sizes();
