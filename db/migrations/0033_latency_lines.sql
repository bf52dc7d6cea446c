-- A line at the usual time until the next order: of everybody's rank, or of the customer's own.
alter table due_rules drop constraint due_rules_kind_check;
alter table due_rules add check (kind in ('cart', 'inactive', 'latency', 'schedule'));

-- The usual gap in whole days, rounded up, at least one: a line at a multiple of it is a range of dates in each.
alter table contact_state add column order_gap_days integer generated always as (
  case when usual_order_gap_days is null then null else greatest(1, ceil(least(usual_order_gap_days, 100000))::integer) end) stored;
create index state_rank_line on contact_state (workspace_id, orders_count, last_order_at, contact_id);
create index state_own_line on contact_state (workspace_id, order_gap_days, last_order_at, contact_id)
  where order_gap_days is not null;
