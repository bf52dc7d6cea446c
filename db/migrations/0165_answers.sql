-- What people answered to mails of ours, each until a person has seen to it.
create table answers (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  contact_id uuid not null,
  -- The run whose commercial steps wait for it, and the mail that was answered.
  enrolment_id uuid not null,
  message_id uuid not null,
  from_address text not null,
  subject text not null,
  said text not null,
  received_at timestamptz not null,
  -- Who has taken it on: a user's id.
  owner text,
  done_at timestamptz,
  done_by text,
  -- What was agreed.
  note text,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  foreign key (workspace_id, enrolment_id) references enrolments (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id)
);
create index answers_open on answers (workspace_id, received_at, id) where done_at is null;
create index answers_done on answers (workspace_id, done_at, id) where done_at is not null;
create index answers_of_contact on answers (workspace_id, contact_id);
create index answers_of_enrolment on answers (workspace_id, enrolment_id);
create index answers_to_message on answers (workspace_id, message_id);
alter table answers enable row level security;
alter table answers force row level security;
create policy own_workspace on answers to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on answers to relance_app;

-- From now on only while an answer of the run is open: when the latest of them came.
comment on column enrolments.replied_at is 'when the latest answer came that nobody has seen to; null: none';
select forget_workspace_sizes();
