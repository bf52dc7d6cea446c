-- Who hands out a workspace's mails, in order; without a row, the mail server of the installation.
create table mail_providers (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  place integer not null,
  -- Kind, region, account: nothing that is secret.
  settings jsonb not null,
  -- A key or a password, as it is sent. No answer of the server ever contains it.
  secret text not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);
alter table mail_providers enable row level security;
alter table mail_providers force row level security;
create policy own_workspace on mail_providers to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Whom an attempt was handed to, written before it is. Where nobody knows what came of one (`accepted` is null), no
-- other provider may have the message.
alter table message_attempts add column provider text;
select forget_workspace_sizes();
