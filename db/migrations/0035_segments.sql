-- A segment is a saved rule; its members are whoever satisfies it now.
create table segments (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null,
  rule jsonb not null,
  -- What must happen for somebody to enter or leave, as `ruleListens` says it.
  listens text[] not null,
  -- Raised by each change of the rule.
  revision integer not null default 1,
  -- What a worker has still to do over everybody, batch by batch: gather the members of a new rule, or forget those
  -- of an archived segment. Null: nothing.
  work text check (work in ('fill', 'empty')),
  -- Of a segment being filled: everybody up to this contact has been asked the rule as it is now.
  cursor_contact uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id)
);
create index segments_with_work on segments (workspace_id, id) where work is not null;

create table segment_members (
  workspace_id uuid not null references workspaces,
  segment_id uuid not null,
  contact_id uuid not null,
  since timestamptz not null,
  primary key (workspace_id, segment_id, contact_id),
  foreign key (workspace_id, segment_id) references segments,
  foreign key (workspace_id, contact_id) references contacts
);
-- A merge moves one contact, a record shows one.
create index segment_members_of_contact on segment_members (workspace_id, contact_id);

-- When time alone may move somebody in or out. Workspace time.
create table segment_due (
  workspace_id uuid not null references workspaces,
  segment_id uuid not null,
  contact_id uuid not null,
  due_at timestamptz not null,
  primary key (workspace_id, segment_id, contact_id),
  foreign key (workspace_id, segment_id) references segments,
  foreign key (workspace_id, contact_id) references contacts
);
create index segment_due_at on segment_due (workspace_id, due_at, contact_id);
create index segment_due_of_contact on segment_due (workspace_id, contact_id);

-- Contacts to be asked outside the transaction that changed them: which of the segments, `key` says ('*': all).
create table segment_checks (
  workspace_id uuid not null references workspaces,
  contact_id uuid not null,
  key text not null,
  primary key (workspace_id, contact_id, key),
  foreign key (workspace_id, contact_id) references contacts
);

do $$
declare t text;
begin
  foreach t in array array['segments', 'segment_members', 'segment_due', 'segment_checks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_workspace on %I to relance_app
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
       with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
  foreach t in array array['segments', 'segment_due', 'segment_checks'] loop
    execute format('create policy scout_looks on %I for select to relance_scout using (true)', t);
  end loop;
end $$;
grant select (workspace_id, work) on segments to relance_scout;
grant select (workspace_id, due_at) on segment_due to relance_scout;
grant select (workspace_id) on segment_checks to relance_scout;

select forget_workspace_sizes();
