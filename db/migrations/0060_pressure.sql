-- What the gate saw each time it looked at a message, written with what came of it: never a statement of its own.
alter table messages add column gate jsonb not null default '[]';
-- Why a queued message may not go now; null: it may. What is held takes no place of anybody's limit.
alter table messages add column held_by text;
-- The kind of campaign it belongs to: service messages are outside limits.
alter table messages add column typology text not null default 'loyalty';
update messages set typology = 'service' where service;

-- When a queued message is to be looked at next. A condition on a coalesce chooses no index under row-level security:
-- with many held until later, each claim read all of them. A column of its own is a plain comparison.
alter table messages add column due_at timestamptz not null
  generated always as (case when retry_at is null then send_at else retry_at end) stored;
drop index messages_due;
create index messages_due on messages (workspace_id, due_at) where state = 'queued';
create index messages_held on messages (workspace_id, flow_id, held_by) where state = 'queued' and held_by is not null;

create index enrolments_held on enrolments (workspace_id, held_by) where state = 'waiting' and held_by is not null;

-- Whatever asked for the earliest message by that coalesce asks by the column, in the words each function has by now.
do $$
declare f regprocedure;
begin
  for f in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosrc ~ 'coalesce\([mn]\.retry_at, [mn]\.send_at\)'
  loop
    execute regexp_replace(pg_get_functiondef(f), 'coalesce\(([mn])\.retry_at, [mn]\.send_at\)', '\1.due_at', 'g');
  end loop;
end $$;

-- Since when somebody is known here, in the workspace's time: an import may say that they first bought years ago, but
-- nobody can have been silent to us for longer than we have known them.
alter table contact_state add column known_at timestamptz;
update contact_state set known_at = created_at;
alter table contact_state
  alter column known_at set default workspace_now(nullif(current_setting('app.workspace', true), '')::uuid),
  alter column known_at set not null;
-- The last answer on satisfaction, of 5.
alter table contact_state add column satisfaction smallint;
alter table contact_state add column satisfaction_at timestamptz;
