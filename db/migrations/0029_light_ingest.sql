-- Asked for each event of a batch, of a workspace whose row the same transaction has just read.
alter table event_keys drop constraint event_keys_workspace_id_fkey;
alter table event_queue drop constraint event_queue_workspace_id_fkey;
-- Only the purge asks by age, and rows lie in the order of their age.
drop index event_keys_age;
create index event_keys_age on event_keys using brin (stored_at);
