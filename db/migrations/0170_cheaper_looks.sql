-- Looks for work cost the same however many messages lie in the queue or are on their way: those that are due are found
-- by the index of their instant, and of those being sent only the ones old enough for a worker to have fallen silent
-- (15 s) are asked about theirs.

create or replace function work_waiting() returns table (workspace_id uuid, queue text)
language sql stable security definer set search_path = public, pg_temp as $$
  with w as materialized (
    select id, case when clock_kind = 'test' then clock_now else clock_timestamp() end as now from workspaces
  )
  select w.id, 'react' from w where (
    select true from event_queue q where q.workspace_id = w.id and q.state = 'waiting' limit 1)
  union all select w.id, 'relay' from w where (
    select true from outbox o where o.workspace_id = w.id and o.leased_until < clock_timestamp() limit 1)
  union all select w.id, 'dispatch' from w where (
    select true from messages m where m.workspace_id = w.id and m.state = 'queued' and m.due_at <= w.now limit 1)
  union all select w.id, 'reclaim' from w where (
    select true from messages m where m.workspace_id = w.id and m.state = 'sending'
      and m.claimed_at < clock_timestamp() - interval '10 seconds'
      and (m.claimed_at < clock_timestamp() - interval '75 seconds' or not exists (
        select 1 from workers k where k.id = m.worker_id and k.beat_at > clock_timestamp() - interval '15 seconds')) limit 1)
  union all select w.id, 'import' from w where (
    select true from imports i where i.workspace_id = w.id and i.state in ('queued', 'reading') limit 1)
  union all select w.id, 'intake' from w where (
    select true from intakes k where k.workspace_id = w.id and k.finished_at is null limit 1)
  union all select w.id, 'due' from w where (
    select true from due_queue d where d.workspace_id = w.id and d.handled_at is null limit 1)
  union all select w.id, 'sweep' from w where (
    select true from due_rules r where r.workspace_id = w.id and r.retired_at is null
      and r.kind <> 'schedule' and r.watermark < w.now limit 1)
  union all select w.id, 'schedule' from w where (
    select true from schedules s where s.workspace_id = w.id and s.retired_at is null
      and s.next_at <= w.now and not exists (
        select 1 from flows p where p.workspace_id = s.workspace_id and p.id = s.flow_id and p.status = 'paused') limit 1)
  union all select w.id, 'nudge' from w where coalesce(
    (select true from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.due_at <= w.now - interval '30 seconds' limit 1),
    (select true from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.exit_due_at <= w.now - interval '30 seconds' limit 1),
    (select true from enrolments e where e.workspace_id = w.id and e.state <> 'ended' and e.again is not null limit 1),
    (select true from enrolment_inbox i where i.workspace_id = w.id limit 1),
    (select true from calls c where c.workspace_id = w.id and c.state = 'pending' limit 1))
  union all select w.id, 'activity' from w where coalesce(
    (select l.next_at from activity_lines l where l.workspace_id = w.id order by l.next_at limit 1), '-infinity') <= w.now
  union all select w.id, 'erase' from w where (
    select true from erasures x where x.workspace_id = w.id and x.erased_at is null limit 1)
  union all select w.id, 'score' from w where coalesce(
    (select true from score_builds b where b.workspace_id = w.id and b.state in ('queued', 'reading') limit 1),
    (select true from score_state z where z.workspace_id = w.id and z.next_at <= w.now))
  union all select w.id, 'fill' from w where (
    select true from segments g where g.workspace_id = w.id and g.work is not null limit 1)
  union all select w.id, 'segments' from w where coalesce(
    (select true from segment_checks k where k.workspace_id = w.id limit 1),
    (select true from segment_due d where d.workspace_id = w.id and d.due_at <= w.now limit 1))
  union all select w.id, 'feed' from w where (
    select true from catalogue_feeds f where f.workspace_id = w.id and f.next_at <= clock_timestamp() limit 1)
$$;

create or replace function queue_ages(only_workspace uuid default null)
returns table (workspace_id uuid, queue text, head text, seconds double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  with w as materialized (
    select id, clock_kind = 'real' as is_real, clock_timestamp() as now from workspaces
    where only_workspace is null or id = only_workspace
  )
  select w.id, 'events', q.seq::text, extract(epoch from w.now - q.stored_at)::float8
  from w cross join lateral (
    select seq, stored_at from event_queue e where e.workspace_id = w.id and e.state = 'waiting'
      and not exists (select 1 from troubles t where t.workspace_id = w.id and t.queue = 'react'
        and t.subject = e.contact_id::text and t.rest_until > w.now)
    order by e.seq limit 1) q
  union all
  select w.id, 'wakes', o.id::text, extract(epoch from w.now - o.urgent_at)::float8
  from w cross join lateral (
    select id, urgent_at from outbox b where b.workspace_id = w.id order by b.urgent_at, b.id limit 1) o
  union all
  select w.id, 'due', d.rule_id || ':' || d.contact_id || ':' || d.subject, extract(epoch from w.now - d.found_at)::float8
  from w cross join lateral (
    select rule_id, contact_id, subject, found_at from (
      select rule_id, contact_id, subject, found_at from due_queue q
      where q.workspace_id = w.id and q.handled_at is null order by q.crossing, q.contact_id limit 1000) first
    order by found_at limit 1) d
  union all
  select w.id, 'mails', m.id::text, extract(epoch from w.now - m.due_at)::float8
  from w cross join lateral (
    select n.id, n.due_at from messages n
    where n.workspace_id = w.id and n.state = 'queued' and n.due_at <= w.now
      and not exists (select 1 from flows f where f.workspace_id = w.id and f.id = n.flow_id and f.status = 'paused')
      and not exists (
        select 1 from messages earlier where earlier.workspace_id = w.id and earlier.enrolment_id = n.enrolment_id
          and earlier.channel = n.channel and earlier.state in ('queued', 'sending') and earlier.id < n.id)
    order by n.due_at limit 1) m
  where w.is_real
  union all
  select w.id, 'sending', s.id::text, extract(epoch from w.now - s.claimed_at)::float8
  from w cross join lateral (
    select id, claimed_at from messages c where c.workspace_id = w.id and c.state = 'sending'
    order by c.claimed_at limit 1) s
  union all
  select w.id, 'timers', e.id || ':' || e.due_at, extract(epoch from w.now - e.due_at)::float8
  from w cross join lateral (
    select l.id, l.due_at from enrolments l
    where l.workspace_id = w.id and l.state <> 'ended' and l.state <> 'attention' and l.due_at <= w.now
      and not exists (select 1 from flows f where f.workspace_id = w.id and f.id = l.flow_id and f.status = 'paused')
    order by l.due_at limit 1) e
  where w.is_real
  union all
  select w.id, 'lines', r.id || ':' || r.watermark || ':' || coalesce(r.cursor_contact::text, ''),
    extract(epoch from w.now - r.watermark)::float8
  from w cross join lateral (
    select id, watermark, cursor_contact from due_rules d
    where d.workspace_id = w.id and d.retired_at is null and d.kind <> 'schedule'
      and not exists (select 1 from troubles t where t.workspace_id = w.id and t.queue = 'sweep'
        and t.subject = d.id::text and t.rest_until > w.now)
    order by d.watermark limit 1) r
  where w.is_real
  union all
  select w.id, 'schedules', s.id || ':' || coalesce(s.cursor_contact::text, ''),
    extract(epoch from w.now - coalesce(s.running_at, s.next_at))::float8
  from w cross join lateral (
    select id, running_at, next_at, cursor_contact from schedules c
    where c.workspace_id = w.id and c.retired_at is null and c.next_at <= w.now
      and not exists (select 1 from flows p where p.workspace_id = w.id and p.id = c.flow_id and p.status = 'paused')
      and not exists (select 1 from troubles t where t.workspace_id = w.id and t.queue = 'schedule'
        and t.subject = c.id::text and t.rest_until > w.now)
    order by coalesce(c.running_at, c.next_at) limit 1) s
  where w.is_real
  union all
  select w.id, 'imports', i.id || ':' || i.read, extract(epoch from w.now - i.created_at)::float8
  from w cross join lateral (
    select id, read, created_at from imports p
    where p.workspace_id = w.id and p.state in ('queued', 'reading') order by p.created_at limit 1) i
  union all
  select w.id, 'intakes', k.id || ':' || k.taken || ':' || coalesce(k.cursor_contact::text, ''),
    extract(epoch from w.now - k.until)::float8
  from w cross join lateral (
    select id, taken, cursor_contact, until from intakes n
    where n.workspace_id = w.id and n.finished_at is null order by n.until limit 1) k
  where w.is_real
  union all
  select w.id, 'activity', a.line || ':' || a.watermark || ':' || coalesce(a.cursor_contact::text, ''),
    extract(epoch from w.now - a.next_at)::float8
  from w cross join lateral (
    select line, watermark, cursor_contact, next_at from activity_lines l
    where l.workspace_id = w.id and l.next_at <= w.now order by l.next_at limit 1) a
  where w.is_real
  union all
  select w.id, 'scores', z.head, extract(epoch from w.now - z.since)::float8
  from w cross join lateral (
    (select b.id || ':' || b.state as head, b.created_at as since from score_builds b
      where b.workspace_id = w.id and b.state in ('queued', 'reading') order by b.created_at, b.id limit 1)
    union all
    (select 'night:' || s.next_at, s.next_at from score_state s
      where s.workspace_id = w.id and w.is_real and s.next_at <= w.now)
    order by 2 limit 1) z
  union all
  select w.id, 'fills', g.id || ':' || g.revision || ':' || coalesce(g.cursor_contact::text, ''),
    extract(epoch from w.now - coalesce(g.archived_at, g.updated_at))::float8
  from w cross join lateral (
    select id, revision, cursor_contact, archived_at, updated_at from segments t
    where t.workspace_id = w.id and t.work is not null order by t.id limit 1) g
  where w.is_real
  union all
  select w.id, 'segments', c.head, extract(epoch from w.now - c.since)::float8
  from w cross join lateral (
    (select k.contact_id || ':' || k.key as head, k.stored_at as since from segment_checks k
      where k.workspace_id = w.id and not exists (select 1 from troubles t where t.workspace_id = w.id
        and t.queue = 'segments' and t.subject = k.contact_id::text and t.rest_until > w.now)
      order by k.contact_id, k.key limit 1)
    union all
    (select d.contact_id || ':' || d.segment_id, d.due_at from segment_due d
      where d.workspace_id = w.id and w.is_real and d.due_at <= w.now
        and not exists (select 1 from troubles t where t.workspace_id = w.id
          and t.queue = 'segments' and t.subject = d.contact_id::text and t.rest_until > w.now)
      order by d.due_at, d.contact_id limit 1)
    order by 2 limit 1) c
  union all
  select w.id, 'erasures', x.contact_id::text, extract(epoch from w.now - x.asked_at)::float8
  from w cross join lateral (
    select contact_id, asked_at from erasures r
    where r.workspace_id = w.id and r.erased_at is null order by r.asked_at limit 1) x
  where w.is_real
  union all
  select w.id, 'feeds', f.next_at::text, extract(epoch from w.now - f.next_at)::float8
  from w join catalogue_feeds f on f.workspace_id = w.id and f.next_at <= w.now
$$;
