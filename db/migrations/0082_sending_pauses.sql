-- What must not be sent for a time, and why: `marketing` after too many complaints, `domain` after a receiving domain
-- refused us. Service mails go on. A row stays when it is over: what happened before somebody lifted it counts no more.
create table sending_pauses (
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('marketing', 'domain', 'import')),
  -- The domain, or the import; empty for all marketing.
  subject text not null,
  -- What led to it, in figures or in the other server's code.
  facts jsonb not null,
  since timestamptz not null,
  -- When it ends by itself; null: when somebody lifts it.
  until timestamptz,
  lifted_at timestamptz,
  primary key (workspace_id, kind, subject)
);
alter table sending_pauses enable row level security;
alter table sending_pauses force row level security;
create policy own_workspace on sending_pauses to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- How many were delivered lately: asked for with each complaint.
create index messages_sent on messages (workspace_id, sent_at) where sent_at is not null;
select forget_workspace_sizes();
