-- Without a setting of its own the function is inlined, so that its conditions can use indexes.
create or replace function is_actionable(e public.enrolments, w timestamptz) returns boolean
language sql stable as $$
  select e.state <> 'ended' and (
    e.again is not null
    or (e.state <> 'attention' and e.due_at <= w)
    or e.exit_due_at <= w
    or exists (select 1 from public.enrolment_inbox i where i.workspace_id = e.workspace_id and i.enrolment_id = e.id)
    or (e.state = 'calling' and exists (
      select 1 from public.calls c where c.workspace_id = e.workspace_id and c.id = e.call_id and c.state <> 'pending'))
  )
$$;
create index enrolments_calling on enrolments (workspace_id) where state = 'calling';

-- What is still under way in a workspace: the first kind found, or null when everything due has been done.
-- One statement, so one snapshot; each look stops at the first row of an index.
create function first_unsettled(w uuid) returns text
language sql volatile as $$
  with clock as materialized (select public.workspace_now(w) as now)
  select case
    when exists (select 1 from public.event_queue where workspace_id = w and state <> 'failed') then 'events'
    when exists (select 1 from public.outbox where workspace_id = w) then 'wakes'
    when exists (select 1 from public.due_queue where workspace_id = w and handled_at is null) then 'due'
    when exists (select 1 from public.intakes where workspace_id = w and finished_at is null) then 'intakes'
    when exists (select 1 from public.due_rules
      where workspace_id = w and retired_at is null and kind <> 'schedule' and watermark < now) then 'rules'
    when exists (select 1 from public.schedules
      where workspace_id = w and retired_at is null and (running_at is not null or next_at <= now)) then 'schedules'
    when exists (select 1 from public.imports where workspace_id = w and state in ('queued', 'reading')) then 'imports'
    when exists (select 1 from public.messages where workspace_id = w and state = 'sending') then 'messages'
    when exists (
      select 1 from public.messages m join public.flows f on f.workspace_id = m.workspace_id and f.id = m.flow_id
      where m.workspace_id = w and m.state = 'queued' and f.status <> 'paused'
        and coalesce(m.retry_at, m.send_at) <= now) then 'messages'
    when exists (
      select 1 from public.enrolments e join public.flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.workspace_id = w and f.status <> 'paused' and e.state not in ('ended', 'attention') and e.due_at <= now
      union all
      select 1 from public.enrolments e join public.flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.workspace_id = w and f.status <> 'paused' and e.state <> 'ended' and e.exit_due_at <= now
      union all
      select 1 from public.enrolments e join public.flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.workspace_id = w and f.status <> 'paused' and e.state <> 'ended' and e.again is not null
      union all
      select 1 from public.enrolment_inbox i
      join public.enrolments e on e.workspace_id = i.workspace_id and e.id = i.enrolment_id
      join public.flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where i.workspace_id = w and f.status <> 'paused' and e.state <> 'ended') then 'enrolments'
    when exists (
      select 1 from public.enrolments e join public.calls c on c.workspace_id = e.workspace_id and c.id = e.call_id
      where e.workspace_id = w and e.state = 'calling') then 'calls'
  end
  from clock
$$;
