-- From when on a line's crossings count: its drawing, or that of the line it follows without a gap. The sweep looks
-- back a little each time, and must not look past it.
alter table due_rules add column since timestamptz;
update due_rules r set since = v.published_at
from flow_versions v where v.workspace_id = r.workspace_id and v.flow_id = r.flow_id and v.version = r.version;
alter table due_rules alter column since set not null;
