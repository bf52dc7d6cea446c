-- How many mails have gone in each window of each limit on sending, and how many that had no place were told to come
-- again in it. `workspace`: all mails, without a name; `sender`: by the domain they come from; `domain`: by the one
-- they go to. Only limits that are set are counted.
create table sending_counts (
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('workspace', 'sender', 'domain')),
  name text not null,
  starts_at timestamptz not null,
  taken integer not null default 0,
  promised integer not null default 0,
  -- How far the warm-up of a sender's domain had come on this day.
  step integer not null default 0,
  primary key (workspace_id, kind, name, starts_at)
);
alter table sending_counts enable row level security;
alter table sending_counts force row level security;
create policy own_workspace on sending_counts to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- When the message took its places: a retry within the same window takes no second ones.
alter table messages add column placed_at timestamptz;

-- A domain that has been sending from here needs no plan any more.
insert into sending_counts (workspace_id, kind, name, starts_at, step)
select w.id, 'sender', lower(split_part(w.settings -> 'sender' ->> 'address', '@', 2)), '2000-01-01', 1000
from workspaces w
where w.settings -> 'sender' ->> 'address' like '%_@_%'
  and exists (select 1 from messages m where m.workspace_id = w.id and m.state = 'sent');
select forget_workspace_sizes();
