-- Partitioned by machine time of storing, never by the sender's timestamp.
create table events (
  workspace_id uuid not null,
  id uuid not null,
  message_id text not null,
  contact_id uuid,
  anonymous_id text,
  type text not null,
  name text not null,
  properties jsonb not null default '{}',
  context jsonb not null default '{}',
  at timestamptz not null,
  received_at timestamptz not null,
  stored_at timestamptz not null default clock_timestamp(),
  source text not null,
  warnings jsonb not null default '[]',
  primary key (workspace_id, id, stored_at)
) partition by range (stored_at);
create table events_default partition of events default;
create index events_of_contact on events (workspace_id, contact_id, name, at);
create index events_timeline on events (workspace_id, contact_id, at desc, id desc);
create index events_recent on events (workspace_id, stored_at desc);

-- What makes a repeated messageId change nothing, across partitions. Purged after 90 days.
create table event_keys (
  workspace_id uuid not null references workspaces,
  message_id text not null,
  event_id uuid not null,
  stored_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, message_id)
);
create index event_keys_age on event_keys (stored_at);

-- Work of react: written with the event, deleted with what the event caused.
create table event_queue (
  workspace_id uuid not null references workspaces,
  seq bigint generated always as identity,
  event_id uuid not null,
  contact_id uuid not null,
  stored_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'failed')),
  failures integer not null default 0,
  error text,
  primary key (workspace_id, seq)
);
create index event_queue_of_contact on event_queue (workspace_id, contact_id, seq) where state = 'waiting';

create table event_names (
  workspace_id uuid not null references workspaces,
  name text not null,
  first_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, name)
);

create table contact_fields (
  workspace_id uuid not null references workspaces,
  field text not null,
  kind text not null,
  primary key (workspace_id, field)
);

-- The months around now; a loop makes the next ones ahead.
create function ensure_event_partitions(ahead integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first date := date_trunc('month', clock_timestamp() at time zone 'UTC')::date;
  month date;
begin
  for i in 0..ahead loop
    month := first + make_interval(months => i);
    begin
      execute format(
        'create table if not exists events_%s partition of events for values from (%L) to (%L)',
        to_char(month, 'YYYY_MM'), month::timestamp at time zone 'UTC',
        (month + interval '1 month')::timestamp at time zone 'UTC');
    exception
      -- Rows of that month lie in the default partition already: they stay where they are found.
      when check_violation then null;
    end;
  end loop;
end $$;
select ensure_event_partitions(2);
