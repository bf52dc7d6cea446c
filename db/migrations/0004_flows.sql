create table mail_templates (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  key text,
  name text not null,
  -- By language: {"en": {"subject", "preheader", "mjml", "text"}}; what the editor shows.
  sources jsonb not null,
  latest integer not null default 0,
  deleted_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);
create unique index mail_templates_key on mail_templates (workspace_id, key) where key is not null and deleted_at is null;

-- Compiled and frozen; a plan pins one version, all its languages.
create table mail_template_versions (
  workspace_id uuid not null,
  template_id uuid not null,
  version integer not null,
  language text not null,
  compiled jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, template_id, version, language),
  foreign key (workspace_id, template_id) references mail_templates
);

create table offers (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  key text,
  name text not null,
  kind text not null check (kind in ('credit')),
  value_cents bigint not null check (value_cents > 0),
  currency text not null,
  minimum_cents bigint not null default 0,
  valid_for text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);
create unique index offers_key on offers (workspace_id, key) where key is not null;

create table flows (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null,
  status text not null default 'draft' check (status in ('draft', 'scheduled', 'live', 'paused', 'stopped')),
  graph jsonb not null,
  positions jsonb not null default '{}',
  settings jsonb not null,
  revision integer not null default 0,
  latest integer not null default 0,
  live_version integer,
  -- How overdue instants are handled since the last resume: {"mode", "over", "laterThan", "at"}.
  resume jsonb,
  paused_at timestamptz,
  template_key text,
  edited_by text,
  edited_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);

create table flow_versions (
  workspace_id uuid not null,
  flow_id uuid not null,
  version integer not null,
  plan jsonb not null,
  graph jsonb not null,
  positions jsonb not null,
  settings jsonb not null,
  published_by text,
  published_at timestamptz not null,
  primary key (workspace_id, flow_id, version),
  foreign key (workspace_id, flow_id) references flows
);

-- A time trigger's line: who crosses it is asked of an index since the watermark.
create table due_rules (
  workspace_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('cart', 'inactive')),
  -- {"offset", "signals", "match"}
  line jsonb not null,
  -- How late a crossing that became known afterwards may still be taken.
  lateness text not null,
  watermark timestamptz not null,
  cursor_at timestamptz,
  cursor_contact uuid,
  retired_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows
);
create unique index due_rules_live on due_rules (workspace_id, flow_id) where retired_at is null;

create table due_queue (
  workspace_id uuid not null,
  rule_id uuid not null,
  contact_id uuid not null,
  -- The cart's id; empty where the contact itself crosses.
  subject text not null default '',
  crossing timestamptz not null,
  found_at timestamptz not null default clock_timestamp(),
  handled_at timestamptz,
  outcome text,
  primary key (workspace_id, rule_id, contact_id, subject, crossing),
  foreign key (workspace_id, rule_id) references due_rules
);
create index due_queue_waiting on due_queue (workspace_id, crossing, contact_id) where handled_at is null;

-- "Also take those already past": walked in batches, resumable.
create table intakes (
  workspace_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  version integer not null,
  rule_id uuid not null,
  until timestamptz not null,
  cursor_at timestamptz,
  cursor_contact uuid,
  taken integer not null default 0,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows
);
create index intakes_waiting on intakes (workspace_id) where finished_at is null;

create table schedules (
  workspace_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  version integer not null,
  rrule text,
  -- The occurrence being taken, and how far; null between two.
  running_at timestamptz,
  cursor_contact uuid,
  next_at timestamptz,
  retired_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id) references flows
);
create index schedules_live on schedules (workspace_id) where retired_at is null;
