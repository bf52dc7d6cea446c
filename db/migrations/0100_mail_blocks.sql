-- Parts of mails that are written once and placed in many by their key: `<mj-block key="footer" />`.
create table mail_blocks (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  -- As mails name it; never changes.
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  -- By language: {"en": "<mj-section>…", "fr": …}. A mail in a language the block lacks takes the other.
  sources jsonb not null,
  -- Raised by each change; a mail that is being saved says which it was compiled with.
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id),
  unique (workspace_id, key)
);

-- Which mails name which block, kept with each save of a mail.
create table mail_block_uses (
  workspace_id uuid not null references workspaces,
  block_id uuid not null,
  template_id uuid not null,
  primary key (workspace_id, block_id, template_id),
  foreign key (workspace_id, block_id) references mail_blocks,
  foreign key (workspace_id, template_id) references mail_templates
);
create index mail_block_uses_of_mail on mail_block_uses (workspace_id, template_id);

do $$
declare t text;
begin
  foreach t in array array['mail_blocks', 'mail_block_uses'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_workspace on %I to relance_app
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
       with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;

-- A version remembers what was written, to be compared and taken back; of those before, only the last is known.
alter table mail_template_versions add column source jsonb;
-- `user:<id>` or `key:<id>`; null for the product itself.
alter table mail_template_versions add column saved_by text;
alter table mail_templates no force row level security;
alter table mail_template_versions no force row level security;
update mail_template_versions v set source = m.sources -> v.language
from mail_templates m
where m.workspace_id = v.workspace_id and m.id = v.template_id and m.latest = v.version;
alter table mail_templates force row level security;
alter table mail_template_versions force row level security;

select forget_workspace_sizes();
