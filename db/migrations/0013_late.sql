-- When somebody or something began to wait for a burst: the net leaves them their time before it wakes again.
alter table enrolment_inbox add column queued_at timestamptz not null default clock_timestamp();
alter table enrolments add column again_at timestamptz;
create function mark_again() returns trigger language plpgsql as $$
begin
  new.again_at := case when new.again is null then null else clock_timestamp() end;
  return new;
end $$;
create trigger enrolments_again_at before update of again on enrolments
  for each row when (new.again is distinct from old.again) execute function mark_again();

-- Late by `age`: its instant passed that long ago in the workspace's time, or what waits for a burst has
-- waited that long in the machine's.
create function is_late(e public.enrolments, w timestamptz, age interval) returns boolean
language sql stable as $$
  select e.state <> 'ended' and (
    e.again_at < clock_timestamp() - age
    or (e.state <> 'attention' and e.due_at <= w - age)
    or e.exit_due_at <= w - age
    or exists (
      select 1 from public.enrolment_inbox i
      where i.workspace_id = e.workspace_id and i.enrolment_id = e.id and i.queued_at < clock_timestamp() - age)
    or (e.state = 'calling' and exists (
      select 1 from public.calls c where c.workspace_id = e.workspace_id and c.id = e.call_id
        and case c.state when 'pending' then c.created_at < clock_timestamp() - 2 * age
          else c.finished_at < clock_timestamp() - age end))
  )
$$;

-- Upkeep that no workspace does: partitions ahead, and message ids too old to come twice.
create function keep_events() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform ensure_event_partitions(2);
  delete from event_keys where stored_at < clock_timestamp() - interval '90 days';
end $$;
revoke execute on function keep_events() from public;
grant execute on function keep_events() to relance_app;
do $$ begin
  execute format('create policy upkeep on event_keys to %I using (true)', current_user);
end $$;
