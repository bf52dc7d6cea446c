-- Figures of answers are of those that came in a period, seen to or not.
create index answers_received on answers (workspace_id, received_at, id);
