-- Two indexes by contact become one, whose entries name the event: it serves the timeline and what a rule asks of one
-- contact. In the other's place, one by name, for what a rule asks of everybody: its entries are written in the order
-- of their time, at one place for each name, and not all over the index. Its condition holds for every row, and only
-- a question about everybody states it: of a table that is still empty, Postgres chose this index for one contact.
drop index events_of_contact;
drop index events_timeline;
create index events_of_contact on events (workspace_id, contact_id, at desc, id desc) include (name);
create index events_of_name on events (workspace_id, name, at) include (contact_id) where stored_at > '-infinity';
