-- A mail as it was sent is kept packed against the text of its version, which everybody's has in common: a fifteenth of
-- its size, where Postgres parsed and packed the whole of it for each person.

-- What mails were packed against, by the hash of it: never changed nor deleted, since a mail can be read by nothing else.
-- Nothing of a person is in it.
create table content_words (
  workspace_id uuid not null,
  id uuid not null,
  words text not null,
  primary key (workspace_id, id)
);
alter table content_words enable row level security;
alter table content_words force row level security;
create policy own_workspace on content_words to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert on content_words to relance_app;

alter table message_contents
  alter column html drop not null,
  alter column body_text drop not null,
  add column packed bytea,
  -- No foreign key: checking it would lock the one row of content_words that everybody's mail names. The app may only
  -- add to that table, and a mail and its words are written in one transaction.
  add column words_id uuid,
  add check ((packed is null) = (html is not null) and (packed is null) = (body_text is not null)),
  add check ((packed is null) = (words_id is null));
-- It is packed already.
alter table message_contents alter column packed set storage external;
select forget_workspace_sizes();
