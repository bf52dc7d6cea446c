-- A back-test walks the same people through a second drawing as well: the live version, or the same draft with one of
-- its steps as it is live. What it counted of that stands beside.
alter table backtests
  add column node_id text,
  add column compared jsonb,
  add column compared_figures jsonb,
  -- Of a step that waits: how many would go on sooner, later, at the same time than in the other drawing.
  add column shift jsonb;

comment on column backtests.node_id is 'the step it was asked for by somebody who edits it; null where it is about the whole drawing';
