create table enrolments (
  workspace_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  version integer not null,
  contact_id uuid not null,
  entry_key text not null,
  -- contact, flow and entry key at entry: merging changes nobody's arm.
  seed text not null,
  state text not null check (state in ('waiting', 'calling', 'attention', 'ended')),
  node_id text not null,
  visit integer not null default 1,
  -- By node: {"mail-1": {"visits": 1, "leftAt": "…"}}; by backward edge: how often it was taken.
  path jsonb not null default '{}',
  anchor_at timestamptz not null,
  entered_at timestamptz not null,
  entered_node_at timestamptz not null,
  due_at timestamptz,
  exit_due_at timestamptz,
  listens text[] not null default '{}',
  call_id uuid,
  -- Someone asked it to go on: retry, skip, move. Null: nobody.
  again text,
  -- Why a send is held at this node, by the gate's reason.
  held_by text,
  error jsonb,
  -- The triggering event's properties, for mails and webhooks.
  entry_data jsonb not null default '{}',
  bursts integer not null default 0,
  nudges integer not null default 0,
  nudged_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  end_detail text,
  revenue_cents bigint,
  first_message_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, flow_id, version) references flow_versions,
  check ((state = 'ended') = (ended_at is not null and end_reason is not null)),
  check ((state = 'calling') = (call_id is not null))
) with (fillfactor = 85);
-- A repeated trigger must not enrol the same cart twice.
create unique index enrolment_once on enrolments (workspace_id, flow_id, contact_id, entry_key);
create index enrolments_live_of_contact on enrolments (workspace_id, contact_id) where state <> 'ended';
create index enrolments_of_contact on enrolments (workspace_id, contact_id, entered_at);
create index enrolments_due on enrolments (workspace_id, due_at) where state <> 'ended' and due_at is not null;
create index enrolments_exit_due on enrolments (workspace_id, exit_due_at) where state <> 'ended' and exit_due_at is not null;
create index enrolments_again on enrolments (workspace_id) where state <> 'ended' and again is not null;
create index enrolments_at_node on enrolments (workspace_id, flow_id, node_id, state);
create index enrolments_of_flow on enrolments (workspace_id, flow_id, id);

create table enrolment_inbox (
  workspace_id uuid not null,
  enrolment_id uuid not null,
  event_id uuid not null,
  -- Under which key it was listened for: the event's name, `visit`, `field:…`, `consent:…`.
  key text not null,
  name text not null,
  at timestamptz not null,
  properties jsonb not null,
  seq bigint generated always as identity,
  primary key (workspace_id, enrolment_id, event_id, key),
  foreign key (workspace_id, enrolment_id) references enrolments on delete cascade
);

-- A wake for Temporal: signal-with-start. Deleted once it is handed over; may be handed over twice.
create table outbox (
  workspace_id uuid not null,
  id bigint generated always as identity,
  enrolment_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);

-- An outside call: what is asked and what came back. Histories hold its id only.
create table calls (
  workspace_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  node_id text not null,
  visit integer not null,
  request jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'failed')),
  result jsonb,
  attempts integer not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, enrolment_id) references enrolments on delete cascade
);
create index calls_pending on calls (workspace_id) where state = 'pending';

create table messages (
  workspace_id uuid not null,
  id uuid not null,
  -- enrolment:node:visit. A retried burst must not send twice.
  key text not null,
  enrolment_id uuid not null,
  flow_id uuid not null,
  version integer not null,
  node_id text not null,
  visit integer not null,
  contact_id uuid not null,
  channel text not null,
  template_id uuid not null,
  template_version integer not null,
  locale text not null,
  offer_id uuid,
  coupon_code text,
  service boolean not null default false,
  address text,
  address_hash bytea,
  subject text,
  state text not null check (state in ('queued', 'sending', 'sent', 'refused', 'failed')),
  reason text,
  attempts integer not null default 0,
  when_held text not null default 'wait',
  send_at timestamptz not null,
  retry_at timestamptz,
  expires_at timestamptz not null,
  claim_id uuid,
  worker_id uuid,
  claimed_at timestamptz,
  gated_at timestamptz,
  queued_at timestamptz not null,
  sent_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, enrolment_id) references enrolments,
  check ((state = 'sending') = (claim_id is not null)),
  check ((state = 'sent') = (sent_at is not null))
) with (fillfactor = 80);
create unique index message_once on messages (workspace_id, key);
create index messages_due on messages (workspace_id, (coalesce(retry_at, send_at))) where state = 'queued';
create index messages_sending on messages (workspace_id, claimed_at) where state = 'sending';
create index messages_of_contact on messages (workspace_id, contact_id, queued_at, id);
create index messages_of_enrolment on messages (workspace_id, enrolment_id);
create index messages_of_flow on messages (workspace_id, flow_id, node_id);

-- What a person received, for "show me the mail".
create table message_contents (
  workspace_id uuid not null,
  message_id uuid not null,
  subject text not null,
  html text not null,
  body_text text not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);

create table message_attempts (
  workspace_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  accepted boolean,
  code text,
  response text,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
create index message_attempts_of_message on message_attempts (workspace_id, message_id);

create table coupons (
  workspace_id uuid not null,
  code text not null,
  offer_id uuid not null,
  contact_id uuid not null,
  message_key text not null,
  reserved_at timestamptz not null,
  expires_at timestamptz not null,
  shown_at timestamptz,
  used_at timestamptz,
  order_id text,
  released_at timestamptz,
  primary key (workspace_id, code),
  foreign key (workspace_id, offer_id) references offers,
  foreign key (workspace_id, contact_id) references contacts
);
create unique index coupons_once on coupons (workspace_id, message_key);
create index coupons_of_contact on coupons (workspace_id, contact_id);

create table trace (
  workspace_id uuid not null,
  id uuid not null,
  step bigint generated always as identity,
  enrolment_id uuid,
  flow_id uuid not null,
  contact_id uuid not null,
  burst integer not null,
  at timestamptz not null,
  node_id text,
  visit integer,
  kind text not null check (kind in ('entered', 'waiting', 'woken', 'held', 'left', 'note', 'attention', 'ended', 'refused')),
  exit text,
  next_node text,
  code text not null,
  params jsonb not null default '{}',
  seen jsonb,
  primary key (workspace_id, id)
);
create index trace_of_enrolment on trace (workspace_id, enrolment_id, step);
create index trace_of_contact on trace (workspace_id, contact_id, at desc, step desc);
create index trace_of_node on trace (workspace_id, flow_id, node_id, kind);

create table imports (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  kind text not null check (kind in ('contacts', 'orders', 'cdnow', 'products')),
  mapping jsonb not null default '{}',
  file_name text,
  state text not null default 'queued' check (state in ('queued', 'reading', 'done', 'failed')),
  total_bytes bigint not null default 0,
  read integer not null default 0,
  taken integer not null default 0,
  refused integer not null default 0,
  error text,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index imports_waiting on imports (workspace_id) where state in ('queued', 'reading');

create table import_chunks (
  workspace_id uuid not null,
  import_id uuid not null,
  n integer not null,
  bytes bytea not null,
  primary key (workspace_id, import_id, n),
  foreign key (workspace_id, import_id) references imports on delete cascade
);

create table import_refusals (
  workspace_id uuid not null,
  import_id uuid not null,
  row integer not null,
  column_name text,
  code text not null,
  message text not null,
  id bigint generated always as identity,
  primary key (workspace_id, import_id, id),
  foreign key (workspace_id, import_id) references imports on delete cascade
);
