-- How long ago somebody was last heard of, kept with whatever writes the signals. Who was never heard of counts from
-- the first contact.
alter table contact_state add column last_interaction_at timestamptz
  generated always as (greatest(last_visit_at, last_order_at, last_open_at, last_click_at)) stored;
alter table contact_state add column active_at timestamptz not null
  generated always as (coalesce(greatest(last_visit_at, last_order_at, last_open_at, last_click_at), created_at)) stored;
-- The lines of the ladder: who was last heard of between two instants.
create index state_activity_line on contact_state (workspace_id, active_at, contact_id);

-- After how many days somebody is on a rung, as the workspace has it; else as core/src/activity/activity-settings.ts
-- proposes. A test compares the two.
create function ladder_days(settings jsonb, rung text) returns integer
language sql immutable parallel safe as $$
  select case rung
    when 'at-risk' then coalesce((settings #>> '{activity,atRiskAfterDays}')::integer, 90)
    when 'dormant' then coalesce((settings #>> '{activity,dormantAfterDays}')::integer, 180)
    when 'lost' then coalesce((settings #>> '{activity,lostAfterDays}')::integer, 365)
  end
$$;

-- So many local days before and after an instant: an order at midnight is 180 days old at a midnight, whatever the
-- clocks did in between.
create function days_before(at timestamptz, days integer, zone text) returns timestamptz
language sql stable parallel safe as $$
  select ((at at time zone zone) - make_interval(days => days)) at time zone zone
$$;
create function days_after(at timestamptz, days integer, zone text) returns timestamptz
language sql stable parallel safe as $$
  select ((at at time zone zone) + make_interval(days => days)) at time zone zone
$$;

-- The rung somebody is on at an instant.
create function ladder_of(active_at timestamptz, at timestamptz, settings jsonb, zone text) returns text
language sql stable parallel safe as $$
  select case
    when active_at > days_before(at, ladder_days(settings, 'at-risk'), zone) then 'active'
    when active_at > days_before(at, ladder_days(settings, 'dormant'), zone) then 'at-risk'
    when active_at > days_before(at, ladder_days(settings, 'lost'), zone) then 'dormant'
    else 'lost'
  end
$$;

-- Every move between rungs: down by time, up by what somebody did.
create table ladder_moves (
  workspace_id uuid not null,
  contact_id uuid not null,
  at timestamptz not null,
  from_rung text not null check (from_rung in ('active', 'at-risk', 'dormant', 'lost')),
  to_rung text not null check (to_rung in ('active', 'at-risk', 'dormant', 'lost')),
  primary key (workspace_id, contact_id, at, to_rung),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index ladder_moves_by_time on ladder_moves (workspace_id, at);

-- What looks for whom time has moved, one row a line: up to which instant it has looked, and when it looks next.
-- 'at-risk-day' is the daily look that says so once for everybody.
create table activity_lines (
  workspace_id uuid not null references workspaces,
  line text not null check (line in ('at-risk', 'dormant', 'lost', 'at-risk-day', 'decline')),
  watermark timestamptz not null,
  next_at timestamptz not null,
  -- Within a look that takes several batches: the last one taken.
  cursor_at timestamptz,
  cursor_contact uuid,
  primary key (workspace_id, line)
);
create index activity_lines_next on activity_lines (workspace_id, next_at);

-- When the daily look is made, as the workspace has it; else as core proposes.
create function at_risk_check(settings jsonb) returns time
language sql immutable parallel safe as $$ select coalesce(settings #>> '{activity,atRiskCheckAt}', '04:00')::time $$;

-- Draws the lines of a workspace that has none, from its now on. The daily look goes on from the last time of day at
-- which it would have been made.
create function begin_activity(workspace uuid) returns void
language sql set search_path = public, pg_temp as $$
  with shop as (
    select time_zone as zone, workspace_now(id) as now, workspace_now(id) at time zone time_zone as wall, at_risk_check(settings) as at
    from workspaces where id = workspace
  ), days as (
    select now, zone, wall::date + at - case when wall::time < at then interval '1 day' else interval '0' end as last from shop
  )
  insert into activity_lines (workspace_id, line, watermark, next_at)
  select workspace, line, now, now from days cross join unnest(array['at-risk', 'dormant', 'lost', 'decline']) as line
  union all
  select workspace, 'at-risk-day', last at time zone zone, (last + interval '1 day') at time zone zone from days
  on conflict do nothing
$$;
create function begin_activity_of_new() returns trigger language plpgsql as $$
begin
  perform begin_activity(new.id);
  return null;
end $$;
create trigger workspaces_activity after insert on workspaces for each row execute function begin_activity_of_new();

-- Since when somebody is on their rung: down the ladder by the calendar; up, when they were heard of again.
create function ladder_since(s contact_state, rung text, settings jsonb, zone text, now timestamptz) returns timestamptz
language sql stable set search_path = public, pg_temp as $$
  select case rung when 'active' then coalesce((
      select max(m.at) from ladder_moves m where m.workspace_id = s.workspace_id and m.contact_id = s.contact_id
        and m.to_rung = 'active' and m.at <= now), s.created_at)
    else days_after(s.active_at, ladder_days(settings, rung), zone) end
$$;

do $$
declare t text;
begin
  foreach t in array array['ladder_moves', 'activity_lines'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_workspace on %I to relance_app
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
       with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
create policy scout_looks on activity_lines for select to relance_scout using (true);
grant select on activity_lines to relance_scout;

-- A move that somebody's act brings about is noted where the act is written. Not of an import: what is read from a
-- file happened elsewhere and before.
create function note_ladder_move() returns trigger language plpgsql as $$
declare
  shop record;
  before text;
  after text;
begin
  if current_setting('app.importing', true) = 'yes' then return null; end if;
  select settings, time_zone, workspace_now(id) as now into shop from workspaces where id = new.workspace_id;
  before := ladder_of(old.active_at, shop.now, shop.settings, shop.time_zone);
  after := ladder_of(new.active_at, shop.now, shop.settings, shop.time_zone);
  if before <> after then
    insert into ladder_moves (workspace_id, contact_id, at, from_rung, to_rung)
    values (new.workspace_id, new.contact_id, shop.now, before, after) on conflict do nothing;
  end if;
  return null;
end $$;
create trigger contact_state_ladder after update on contact_state
  for each row when (new.active_at is distinct from old.active_at) execute function note_ladder_move();

-- When the gap since the last visit will be too long by their own measure, and how much smaller the last baskets are
-- than those before: kept with what they are made of.
alter table contact_state add column gap_due_at timestamptz;
alter table contact_state add column basket_ratio double precision;
create index state_gap_line on contact_state (workspace_id, gap_due_at, contact_id) where gap_due_at is not null;

-- A figure of a decline, as the workspace has it; else as core/src/activity/decline-settings.ts proposes.
create function decline_figure(settings jsonb, figure text) returns double precision
language sql immutable parallel safe as $$
  select coalesce((settings #>> array['decline', figure])::double precision, case figure
    when 'gapTimes' then 2 when 'minVisits' then 4 when 'minGapDays' then 14
    when 'basketPercent' then 70 when 'lastOrders' then 2 when 'earlierOrders' then 3 end)
$$;

-- Mean of the last baskets over the mean of those before; null with too few. Orders refunded in full are none.
-- Asked for one contact after the other by imports, which plan each statement afresh: not this one.
create function basket_ratio(workspace uuid, contact uuid, settings jsonb) returns double precision
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  latest integer := decline_figure(settings, 'lastOrders');
  earlier integer := decline_figure(settings, 'earlierOrders');
begin
  return (
    select (avg(paid) filter (where n <= latest) / nullif(avg(paid) filter (where n > latest), 0))::double precision
    from (
      select revenue_cents - refunded_cents as paid, row_number() over (order by at desc, order_id desc) as n
      from orders where workspace_id = workspace and contact_id = contact
        and (refunded_cents = 0 or refunded_cents < revenue_cents)
    ) o having count(*) >= latest + earlier);
end $$;

create function gap_due_at(s contact_state, settings jsonb) returns timestamptz
language sql stable parallel safe as $$
  select case when s.visits_count >= decline_figure(settings, 'minVisits') then s.last_visit_at + make_interval(secs =>
    86400 * greatest(decline_figure(settings, 'minGapDays'), decline_figure(settings, 'gapTimes') * s.usual_visit_gap_days)) end
$$;

-- Why somebody is said to decline at an instant: gap, basket, both; null: they are not.
create function decline_reason(gap_due_at timestamptz, basket_ratio double precision, at timestamptz, settings jsonb)
returns text language sql stable parallel safe as $$
  select case
    when gap_due_at <= at and basket_ratio <= decline_figure(settings, 'basketPercent') / 100 then 'both'
    when settings #>> '{decline,combine}' = 'all' then null
    when gap_due_at <= at then 'gap'
    when basket_ratio <= decline_figure(settings, 'basketPercent') / 100 then 'basket'
  end
$$;

create function keep_decline() returns trigger language plpgsql
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  shop jsonb;
begin
  -- Too few of either to have a past of one's own.
  if new.visits_count < 2 and new.orders_count < 2 then
    new.gap_due_at := null;
    new.basket_ratio := null;
    return new;
  end if;
  select settings into shop from workspaces where id = new.workspace_id;
  new.gap_due_at := gap_due_at(new, shop);
  if (new.orders_count, new.revenue_cents, new.first_order_at, new.last_order_at)
      is distinct from (old.orders_count, old.revenue_cents, old.first_order_at, old.last_order_at) then
    new.basket_ratio := case when new.orders_count >= decline_figure(shop, 'lastOrders') + decline_figure(shop, 'earlierOrders')
      then basket_ratio(new.workspace_id, new.contact_id, shop) end;
  end if;
  return new;
end $$;
create trigger contact_state_decline
  before update of last_visit_at, visits_count, usual_visit_gap_days, orders_count, revenue_cents, first_order_at, last_order_at
  on contact_state for each row execute function keep_decline();

select forget_workspace_sizes();
