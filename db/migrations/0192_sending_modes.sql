-- How each message came about, told where its step asks for it; and of one that answers an act, when the act was.
alter table messages
  add column mode text not null default 'automated' check (mode in ('manual', 'automated', 'interactive')),
  add column acted_at timestamptz;
update messages m set
  mode = case when t.trigger = 'on-schedule' then 'manual' else 'interactive' end,
  acted_at = case when t.trigger = 'on-event' then e.anchor_at end
from enrolments e, (
  select workspace_id, flow_id, version, plan -> 'nodes' -> (plan ->> 'entry') ->> 'type' as trigger from flow_versions
) t
where e.workspace_id = m.workspace_id and e.id = m.enrolment_id
  and t.workspace_id = m.workspace_id and t.flow_id = m.flow_id and t.version = m.version
  and (t.trigger = 'on-schedule' or t.trigger = 'on-event' and m.queued_at = e.entered_at
    and m.queued_at <= e.anchor_at + interval '60 seconds');
