-- Is there anything to do for this enrolment at w? The burst's test, the nudge's and settle's: one text.
-- An enrolment that needs attention moves only when somebody asked, or by its goal and exits (the inbox).
create function is_actionable(e enrolments, w timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select e.state <> 'ended' and (
    e.again is not null
    or (e.state <> 'attention' and e.due_at <= w)
    or e.exit_due_at <= w
    or exists (select 1 from enrolment_inbox i where i.workspace_id = e.workspace_id and i.enrolment_id = e.id)
    or (e.state = 'calling' and exists (
      select 1 from calls c where c.workspace_id = e.workspace_id and c.id = e.call_id and c.state <> 'pending'))
  )
$$;

-- Which workspaces have work in which queue, and since when; nothing of a customer.
create function work_waiting() returns table (workspace_id uuid, queue text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct q.workspace_id, 'react' from event_queue q where q.state = 'waiting'
  union all select distinct o.workspace_id, 'relay' from outbox o
  union all
  select w.id, 'dispatch' from workspaces w
  where exists (
    select 1 from messages m
    where m.workspace_id = w.id and m.state = 'queued' and coalesce(m.retry_at, m.send_at)
      <= case when w.clock_kind = 'test' then w.clock_now else clock_timestamp() end)
  union all select distinct m.workspace_id, 'reclaim' from messages m
    where m.state = 'sending' and m.claimed_at < clock_timestamp() - interval '75 seconds'
  union all select distinct i.workspace_id, 'import' from imports i where i.state in ('queued', 'reading')
  union all select distinct k.workspace_id, 'intake' from intakes k where k.finished_at is null
  union all select distinct d.workspace_id, 'due' from due_queue d where d.handled_at is null
  union all select distinct r.workspace_id, 'sweep' from due_rules r where r.retired_at is null
  union all select distinct s.workspace_id, 'schedule' from schedules s where s.retired_at is null
  union all select distinct e.workspace_id, 'nudge' from enrolments e
    where e.state <> 'ended'
$$;

-- Keys are looked up before the workspace is known.
create function find_key(key_hash bytea)
returns table (workspace_id uuid, id uuid, kind text, can_create_workspaces boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.workspace_id, k.id, k.kind, k.can_create_workspaces
  from api_keys k where k.hash = key_hash and k.revoked_at is null
$$;

-- So are the workspaces a person may open: as a member, or as owner of the organisation.
create function workspaces_of_user(wanted text)
returns table (workspace_id uuid, name text, role text, locale text, time_zone text, clock_kind text, clock_now timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.name, case when o.role = 'owner' then 'owner' else m.role end,
    w.locale, w.time_zone, w.clock_kind, w.clock_now
  from workspaces w
  left join members m on m.workspace_id = w.id and m.user_id = wanted
  left join organisation_members o on o.organisation_id = w.organisation_id and o.user_id = wanted
  where m.user_id is not null or o.role = 'owner'
  order by w.created_at, w.id
$$;
