-- Row-level security lets a condition choose an index only if it cannot leak a row, and Postgres takes every coalesce
-- for one that may: the lines were read whole. A case says the same, and is trusted.
drop index state_visit_line, state_order_line, state_open_line, state_click_line;
create index state_visit_line on contact_state
  (workspace_id, (case when last_visit_at is null then created_at else last_visit_at end), contact_id);
create index state_order_line on contact_state
  (workspace_id, (case when last_order_at is null then created_at else last_order_at end), contact_id);
create index state_open_line on contact_state
  (workspace_id, (case when last_open_at is null then created_at else last_open_at end), contact_id);
create index state_click_line on contact_state
  (workspace_id, (case when last_click_at is null then created_at else last_click_at end), contact_id);
