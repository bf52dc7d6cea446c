-- Which scenario goes first where limits leave room for one message: asked for each run that competes, and not worth
-- unpacking a whole plan.
alter table flow_versions add column priority integer not null
  generated always as (coalesce((plan #>> '{settings,priority}')::integer, 0)) stored;
